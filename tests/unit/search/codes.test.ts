import { expect, test } from '@playwright/test';
import { clausePlace } from '../../../src/plan/components/short-mark.ts';
import { clauseCitation, flatten } from '../../../src/plan/outline.ts';
import { codesTyped } from '../../../src/search/codes.ts';
import { fold } from '../../../src/vietnamese/fold.ts';
import { allClauses } from '../../fixtures/site-index.ts';

const clauses = flatten(allClauses()).filter(({ id }) => /^[iv]/.test(id));

/** The place of a clause with its smallest part last: “mục V.2, gạch đầu dòng 9”. */
const largestFirst = (citation: string): string =>
  citation
    .replace(/ Kế hoạch 113\/KH-UBND$/, '')
    .split(/ (?=điểm|mục|khoản)/)
    .reverse()
    .join(', ');

test('a clause is found by its place as people say it, from either end, with tones and without', () => {
  expect(clauses.length).toBeGreaterThan(60);
  for (const clause of clauses) {
    const citation = clauseCitation(clause);
    for (const typed of [clausePlace(clause.id), citation, largestFirst(citation)])
      for (const written of [typed, fold(typed)]) expect(codesTyped(written), written).toContain(clause.id);
  }
});

test('words with a number are no place', () => {
  for (const typed of ['2 người', 'tháng 6', 'đề cử 3 người ở xã', 'quý 2/2026', 'báo cáo năm 2027'])
    expect(
      codesTyped(typed).filter((code) => /^[ivx]+(?:-|$)/.test(code)),
      typed,
    ).toEqual([]);
});
