import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from '@playwright/test';

/** What the code before, which runs on the new schema for a moment, would fail at. */
const breaks: readonly [string, (statement: string) => boolean][] = [
  ['renames', (statement) => /^alter table .*\brename\b/s.test(statement)],
  ['makes a column not null', (statement) => /\bset not null\b/.test(statement)],
  [
    'adds a column that old code leaves out',
    (statement) =>
      statement
        .split(/,\s*(?=add column)|(?=add column)/)
        .some(
          (part) =>
            part.startsWith('add column') &&
            /\bnot null\b/.test(part) &&
            !/\bdefault\b|\bgenerated\b/.test(part),
        ),
  ],
];

/** The one that was written before the rule. */
const older = ['0028_photo_queue.sql: renames'];

test('each migration suits the version of the code before it', () => {
  const files = globSync('netlify/database/migrations/*.sql').toSorted();
  expect(files.length).toBeGreaterThan(40);
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8').replaceAll(/--.*$/gm, '').toLowerCase();
    const statements = text.split(';').map((statement) => statement.trim());
    return breaks
      .filter(([, isBroken]) => statements.some(isBroken))
      .map(([what]) => `${basename(file)}: ${what}`);
  });
  expect(found).toEqual(older);
});
