import { spawn, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const configuration = (folder: string, site: string, port: number) => `
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
worker_processes 2;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  etag on;
  keepalive_requests 1000000;
  types { text/html html; text/javascript js; }
  server {
    listen 127.0.0.1:${port};
    root ${site};
    gzip_static on;
  }
}`;

/** Starts nginx in front of a built site and its compressed copies; undefined where nginx is not installed. */
export async function startNginx(folder: string, site: string, port: number) {
  if (spawnSync('nginx', ['-v']).status !== 0) return undefined;
  const file = resolve(folder, 'nginx.conf');
  await writeFile(file, configuration(resolve(folder), resolve(site), port));
  const nginx = spawn(
    'nginx',
    ['-c', file, '-p', resolve(folder), '-e', join(resolve(folder), 'error.log')],
    {
      stdio: 'ignore',
    },
  );
  await sleep(500);
  return { origin: `http://127.0.0.1:${port}`, stop: () => nginx.kill('SIGQUIT') };
}
