import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { findBatchForm } from '../../../src/filing/batches/batch-form.ts';
import { parseCell } from '../../../src/filing/batches/read-cell.ts';
import { forms } from '../../../src/filing/definitions/registry.ts';
import { cleanFileName, unreadableName } from '../../../src/filing/evidence/file-name.ts';
import { parseReceiptCode } from '../../../src/filing/receipts/server/receipt-code.ts';
import { tidied } from '../../../src/search/query.ts';
import { cleanText } from '../../../src/vietnamese/clean-text.ts';
import { phonesIn, readEmail, readLink, readPhone } from '../../../src/vietnamese/contacts.ts';
import { readDay, readMonth } from '../../../src/vietnamese/dates.ts';
import { fold, nfc } from '../../../src/vietnamese/fold.ts';
import { nameKey } from '../../../src/vietnamese/name-key.ts';
import { readNumber, readShare } from '../../../src/vietnamese/numbers.ts';
import { placeTones } from '../../../src/vietnamese/tone-placement.ts';
import { findUnreadable } from '../../../src/vietnamese/unreadable.ts';
import { wordsOf } from '../../../src/vietnamese/words.ts';
import { unitSearch } from '../../../src/vocabulary/find-units.ts';
import { exampleAnswers } from '../../fixtures/example-answers.ts';

const view = findBatchForm('de-cu-tap-the')?.columns[0]?.view;
const find = unitSearch([{ code: 'a', name: 'Sở Nội vụ' }]);

/** What runs on text from outside before its length was checked. */
const works: Readonly<Record<string, (text: string) => unknown>> = {
  ...{ cleanText, fold, nfc, placeTones, wordsOf, nameKey, tidied, parseReceiptCode, findUnreadable },
  ...{ readMonth, readDay, readNumber, readShare, readPhone, phonesIn, readEmail, readLink, unreadableName },
  cleanFileName: (text) => cleanFileName(text, 'pdf'),
  readCell: (text) => view && parseCell(view, text),
  find: (text) => find(text.slice(0, 200)),
  ...Object.fromEntries(
    forms.map((form) => {
      const names = Object.keys(form.schema.shape);
      return [
        form.id,
        (text: string) =>
          form.schema.safeParse(exampleAnswers(form, Object.fromEntries(names.map((name) => [name, text])))),
      ];
    }),
  ),
};

/** What expressions with repeats stumble over, said again and again. */
const parts = [
  ...[
    '\u0301',
    '\u0301\u0323',
    'a\u0301\u200b',
    ' ',
    '\n',
    '\r',
    '\t',
    'a',
    'ế',
    'а',
    'aа',
    '1',
    '1 ',
    '1.',
    '1,',
    '-',
    '–',
    '.',
  ],
  ...[
    '?',
    'a?',
    'n?',
    '@',
    'a@',
    'a.',
    '<',
    '(',
    '(1',
    '+1',
    "'",
    'K’',
    '\uf0b7',
    '\ufffd',
    '¨',
    'V¨n ',
    'aâ',
    'Ã¡',
    'a^',
    'o+',
    'DN26',
  ],
  ...['D N ', 'đ', '%', '/', 'https://', '\u{1d400}', 'ﷺ', '\ud800', '\u3164', '《'],
];
const short = 20_000;
const times = 4;

/** Processor time in milliseconds: others on the machine do not count. */
function timeOf(work: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  work(text);
  return process.cpuUsage(start).user / 1_000;
}

/** Below this the clock says more of the machine than of the work. */
const negligibleMs = 150;

/** Whether four times the text takes more than eight times as long, at three tries. */
function growsFaster(work: (text: string) => unknown, part: string): boolean {
  const [text = '', longer = ''] = [short, short * times].map((length) => part.repeat(length / part.length));
  return [0, 1, 2].every(() => {
    const more = timeOf(work, longer);
    return more > negligibleMs && more > times * 2 * timeOf(work, text);
  });
}

for (const [name, work] of Object.entries(works)) {
  test(`${name}: four times the text takes no more than eight times as long`, () => {
    expect(parts.filter((part) => growsFaster(work, part))).toEqual([]);
  });
}

test('a cell of six million combining marks is cleaned at once', () => {
  const start = performance.now();
  expect(cleanText(`a${'\u0301\u0323'.repeat(3_000_000)}`)).toBe('ạ\u0301\u0323\u0301'.normalize('NFC'));
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('nothing but compose.ts normalises: it alone bounds the marks first', () => {
  const allowed = ['src/vietnamese/compose.ts', 'src/site/styleguide/Lettering.astro'];
  const files = ['src', 'functions', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  const normalising = files
    .filter((file) => /\.(?:ts|astro|mjs)$/.test(file))
    .filter((file) => /\.normalize\(/.test(readFileSync(file, 'utf8')));
  expect(normalising.filter((file) => !allowed.includes(file))).toEqual([]);
});
