import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { kitNginx } from '../../scripts/bench/serve/kit-nginx.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const textOf = (path: string) => readFileSync(path, 'utf8');
const proxies = ['deploy/proxy/nginx.conf', 'deploy/proxy/Caddyfile'];

test('both proxies leave every file to the server that is gone with a story before any build', () => {
  const [nginx = '', caddy = ''] = proxies.map(textOf);
  const rules = [...nginx.matchAll(/location ~(\*?) (\S+) \{\s+try_files \/\.none @site;/g)].map(
    ([, isOfAnyCase, rule = '']) => new RegExp(rule, isOfAnyCase ? 'i' : ''),
  );
  const matched = (/@site path (.*)/.exec(caddy)?.[1] ?? '').split(' ').map((path) => path.toLowerCase());
  const ofStories = [
    '/dien-hinh/mot-mo-hinh/',
    '/dien-hinh/mot-mo-hinh/lam-theo/',
    '/anh/mh-0001-1a2b3c4d.png',
    '/anh/vd-0001-vuong-1a2b3c4d.png',
    '/anh/MH-0001-1a2b3c4d-480.jpg',
    '/anh/VD-0001-1a2b3c4d-16x9.jpg',
    '/api/v1/vinh-danh/VD-0001.json',
    '/pagefind/fragment/vi_1a2b3c4.pf_fragment',
  ];
  for (const path of ofStories) {
    expect(
      rules.some((rule) => rule.test(path)),
      `nginx.conf: ${path}`,
    ).toBe(true);
    const isMatched = matched.some(
      (rule) => rule.endsWith('*') && path.toLowerCase().startsWith(rule.slice(0, -1)),
    );
    expect(isMatched, `Caddyfile: ${path}`).toBe(true);
  }
  expect(rules.some((rule) => rule.test('/anh/trang-chu-1a2b3c4d.png') || rule.test('/_astro/a.js'))).toBe(
    false,
  );
});

test('nginx knows the type of every kind of file that a build may hold', () => {
  const [, types = ''] = /\ttypes \{([^}]*)\}/.exec(textOf('deploy/proxy/nginx.conf')) ?? [];
  const known = types.split('\n').flatMap((line) => line.replaceAll(';', '').trim().split(/\s+/));
  const built = globSync('src/pages/**/*.*.ts').flatMap((file) => /\.(\w+)\.ts$/.exec(file)?.[1] ?? []);
  expect(built).toEqual(expect.arrayContaining(['zip', 'csv']));
  expect([...new Set(built)].filter((name) => !known.includes(name))).toEqual([]);
});

test('no proxy logs a query, and each hands on no address but the one of the connection', () => {
  const [nginx = '', caddy = ''] = proxies.map(textOf);
  expect(/log_format thi_dua '([^']*)'/.exec(nginx)?.[1]).not.toMatch(
    /\$(request|request_uri|args|remote_addr|http_\w+)\b/,
  );
  expect(new Set([...nginx.matchAll(/error_log \S+ (\w+);/g)].map(([, level]) => level))).toEqual(
    new Set(['alert']),
  );
  expect(nginx).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
  expect(caddy).not.toContain('trusted_proxies');
  const filters = [...caddy.matchAll(/fields \{([^}]*)\}/g)].map(([, fields = '']) => fields);
  expect(filters).toHaveLength([...caddy.matchAll(/^\s*log \{/gm)].length);
  for (const fields of filters)
    for (const rule of ['request>uri regexp \\?.* ""', 'request>remote_ip delete', 'request>headers delete'])
      expect(fields).toContain(rule);
});

test('nginx and Caddy understand their files, where they are installed', async () => {
  const { path: folder, remove } = await temporaryFolder();
  const nginxFile = join(folder, 'nginx.conf');
  await writeFile(nginxFile, await kitNginx({ folder, site: folder, server: 'unix:/none', port: 9 }));
  const caddyFile = join(folder, 'Caddyfile');
  await writeFile(caddyFile, textOf('deploy/proxy/Caddyfile').replaceAll('@HOST@', 'thi-dua.example'));
  const nginx = spawnSync('nginx', ['-t', '-q', '-c', nginxFile, '-e', join(folder, 'log')]);
  const caddy = spawnSync('caddy', ['adapt', '--adapter', 'caddyfile', '--config', caddyFile]);
  await remove();
  for (const { error, status, stderr } of [nginx, caddy])
    expect(error ? 0 : status, stderr?.toString()).toBe(0);
});
