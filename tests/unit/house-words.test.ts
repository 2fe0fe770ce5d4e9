import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { placeTones } from '../../src/vietnamese/tone-placement.ts';
import { avoided } from '../fixtures/house-words.ts';

// Mails, letters, PDF, Word files and templates of ours are written in the sources: what holds there holds in each of them.
const files = globSync([
  'src/**/*.{ts,astro}',
  'content/{answers,pages,press}/**/*.mdx',
  'functions/**/*.ts',
]).filter((file) => !/^src\/(?:vietnamese|search)\/|\/kind-of\.ts$/.test(file));

/** The lines of a file that people read: not what they may type into the search. */
const linesOf = (file: string): { at: string; line: string }[] =>
  readFileSync(file, 'utf8')
    .normalize('NFC')
    .replace(/^alsoAsked:\n(?: {2}- .*\n)+/m, '')
    .split('\n')
    .map((line, at) => ({ at: `${file}:${at + 1}`, line }));
const lines = files.flatMap(linesOf);

test('mails, documents and templates have one word a thing, too', () => {
  const found = lines.flatMap(({ at, line }) =>
    avoided.flatMap(([phrase, instead]) => {
      const [hit] = phrase.exec(line) ?? [];
      return hit ? [`${at}: “${hit}” → ${instead}`] : [];
    }),
  );
  expect(found).toEqual([]);
});

test('and every tone where the plan puts it', () => {
  const misplaced = lines.flatMap(({ at, line }) =>
    (line.match(/\p{L}+/gu) ?? [])
      .filter((word) => placeTones(word) !== word)
      .map((word) => `${at}: ${word}`),
  );
  expect(misplaced).toEqual([]);
});
