import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { withOwnPolicy } from '../../../../src/build/security/page-policy.ts';

const page = (head: string) => `<html><head><meta charset="utf-8">${head}</head><body></body></html>`;
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page allows each of its own styles by hash, and nothing else', () => {
  const allowed = withOwnPolicy(page('<style>a{}</style><link><style>\nb{}\n</style>'), '/');
  expect(allowed).toContain(
    `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'; img-src 'self' data: blob:; style-src ${hash('a{}')} ${hash('\nb{}\n')}">`,
  );
});

test('neighbouring styles are one, in their order', () => {
  const allowed = withOwnPolicy(page('<style>a{}</style><style>b{}</style>'), '/');
  expect(allowed).toContain(`style-src ${hash('a{}b{}')}"`);
  expect(allowed).toContain('<style>a{}b{}</style>');
});

test('a page without styles allows none', () => {
  expect(withOwnPolicy(page(''), '/')).toContain(`style-src 'none'"`);
});

test('only pages on which Pagefind runs may compile WebAssembly', () => {
  for (const [path, may] of [
    ['/dien-hinh/', true],
    ['/tim-kiem/', true],
    ['/', false],
    ['/dien-hinh/mot-bai/', false],
  ] as const)
    expect(withOwnPolicy(page(''), path).includes("'wasm-unsafe-eval'"), path).toBe(may);
});
