import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { allowStyles } from '../../../../src/build/security/style-policy.ts';

const page = (head: string) => `<html><head><meta charset="utf-8">${head}</head><body></body></html>`;
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page allows each of its own styles by hash, and nothing else', () => {
  const allowed = allowStyles(page('<style>a{}</style><link><style>\nb{}\n</style>'));
  expect(allowed).toContain(
    `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="style-src ${hash('a{}')} ${hash('\nb{}\n')}">`,
  );
});

test('neighbouring styles are one, in their order', () => {
  const allowed = allowStyles(page('<style>a{}</style><style>b{}</style>'));
  expect(allowed).toContain(`content="style-src ${hash('a{}b{}')}"`);
  expect(allowed).toContain('<style>a{}b{}</style>');
});

test('a page without styles allows none', () => {
  expect(allowStyles(page(''))).toContain(`content="style-src 'none'"`);
});
