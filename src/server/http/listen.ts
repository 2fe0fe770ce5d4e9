import { once } from 'node:events';
import type { Server } from 'node:http';

/** Where a server listens: a port of an address, or a socket that the system opened before it started. */
export type Listen = { port: number; host: string } | { fd: number };

/** First socket that systemd hands over. https://www.freedesktop.org/software/systemd/man/latest/sd_listen_fds.html */
const firstFd = 3;

/** The socket that systemd handed to this process; undefined when there is none. */
export function activatedSocket(
  { LISTEN_FDS, LISTEN_PID }: Record<string, string | undefined>,
  pid: number,
): { fd: number } | undefined {
  const isForUs = LISTEN_PID === undefined || Number(LISTEN_PID) === pid;
  return isForUs && Number(LISTEN_FDS) >= 1 ? { fd: firstFd } : undefined;
}

/** Listens. Rejects with the system's error, such as EADDRINUSE. */
export async function listen(server: Server, where: Listen): Promise<void> {
  server.listen(where);
  await once(server, 'listening');
}
