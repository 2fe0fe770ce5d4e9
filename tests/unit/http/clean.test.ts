import { expect, test } from '@playwright/test';
import { cleanText } from '../../../src/http/clean.ts';

const kept = [0x09, 0x0a];
const breaks = [0x0b, 0x0d, 0x2028, 0x2029];
const gone = [
  ...[...Array(32).keys()].filter((code) => ![...kept, ...breaks].includes(code)),
  ...Array.from({ length: 33 }, (_, at) => 0x7f + at),
  ...[0x200b, 0x200e, 0x200f, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0xfeff],
];

test('of every character between two letters it is known whether it stays, breaks the line, or goes', () => {
  const between = (code: number): string => cleanText(`a${String.fromCodePoint(code)}b`);
  expect(gone.map(between).filter((text) => text !== 'ab')).toEqual([]);
  expect(breaks.map(between).filter((text) => text !== 'a\nb')).toEqual([]);
  for (const code of [...kept, 0x20, 0xa0, 0x200d, 0x2010, 0x1ea3, 0x1f600])
    expect(between(code)).toBe(`a${String.fromCodePoint(code)}b`);
  expect(cleanText('a\r\nb\r\rc')).toBe('a\nb\n\nc');
  expect(cleanText(' e\u0302\u0301 \ud800 ')).toBe('ế \ufffd');
});
