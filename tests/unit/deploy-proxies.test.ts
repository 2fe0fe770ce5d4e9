import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

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
