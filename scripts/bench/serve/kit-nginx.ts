import { readFile } from 'node:fs/promises';

/** Where the parts are that the kit expects in folders of the system. */
interface Places {
  /** Folder of logs and temporary files. */
  folder: string;
  /** Folder of the site that is served. */
  site: string;
  /** Address of the server behind, as nginx writes it: `127.0.0.1:8888` or `unix:/…`. */
  server: string;
  port: number;
}

/** The nginx configuration of the kit, for plain HTTP on one port of this machine. */
export async function kitNginx({ folder, site, server, port }: Places): Promise<string> {
  const kit = await readFile('deploy/proxy/nginx.conf', 'utf8');
  const plain = kit
    .replace(/server \{\n\tlisten 80;[\s\S]*?\n\}\n/, '')
    .replace(/^\tlisten 443 .*$/m, `\tlisten 127.0.0.1:${port};`)
    .replace(/^\t(?:listen \[::\]|ssl_).*\n/gm, '')
    .replaceAll('unix:/run/thi-dua/site.sock', server)
    .replaceAll('/var/lib/thi-dua/builds/current/site', site)
    .replaceAll('/var/log/nginx', folder)
    .replaceAll('@HOST@', 'localhost');
  return `
daemon off;
pid ${folder}/kit.pid;
error_log ${folder}/kit-error.log;
worker_processes 2;
events { worker_connections 1024; }
http {
  keepalive_requests 1000000;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/${one};`).join('\n  ')}
${plain}
}`;
}
