import { expect, test } from '@playwright/test';
import { headersFile } from '../../../../src/build/security/write-headers.ts';

/** The rules of a `_headers` file: a path, and the names of its headers. */
const rulesOf = (file: string) =>
  file
    .split('\n\n')
    .filter((rule) => rule !== '')
    .map((rule) => {
      const [path = '', ...headers] = rule.split('\n');
      return { path, names: headers.map((line) => line.trim().split(':')[0] ?? '') };
    });

const matches = (pattern: string, path: string) =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;

const rules = rulesOf(headersFile(['tim.abc123.js', 'chu.def456.woff2']));
const paths = [
  '/',
  '/dien-hinh/',
  '/dien-hinh/index.html',
  '/tim-kiem/',
  '/pagefind/pagefind-worker.js',
  '/anh/a.avif',
  '/_astro/tim.abc123.js',
  '/_astro/khong-con.js',
];

test('no header of a file is set by two rules', () => {
  for (const path of paths) {
    const names = rules.filter((rule) => matches(rule.path, path)).flatMap((rule) => rule.names);
    expect(names, path).toEqual([...new Set(names)]);
    expect(names, path).toContain('Content-Security-Policy');
  }
});

test('what is not there is not kept for a year', () => {
  const cached = (path: string) =>
    rules.some((rule) => matches(rule.path, path) && rule.names.includes('Cache-Control'));
  expect(cached('/_astro/tim.abc123.js')).toBe(true);
  expect(cached('/_astro/khong-con.js')).toBe(false);
});
