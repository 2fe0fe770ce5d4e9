import { spawn, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The least that serves a built site with its compressed copies. */
export const bareNginx = ({ folder, site, port }: { folder: string; site: string; port: number }) => `
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

/** Starts nginx with this configuration for a port; undefined where nginx is not installed. */
export async function startNginx(folder: string, configuration: string, port: number) {
  if (spawnSync('nginx', ['-v']).status !== 0) return undefined;
  const file = join(folder, `nginx-${port}.conf`);
  await writeFile(file, configuration);
  const nginx = spawn('nginx', ['-c', file, '-p', folder, '-e', join(folder, 'error.log')], {
    stdio: 'ignore',
  });
  await sleep(500);
  return { origin: `http://127.0.0.1:${port}`, stop: () => nginx.kill('SIGQUIT') };
}
