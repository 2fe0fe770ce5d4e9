import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { alternatesOf } from '../../../../src/plan/english/alternates.ts';
import { englishMark, inEnglish } from '../../../../src/plan/english/in-english.ts';
import { mixedText } from '../../../../src/plan/english/mixed-text.ts';
import {
  clauseTranslation,
  clauseTranslations,
  documentTranslation,
  glossary,
  MissingTranslationError,
} from '../../../../src/plan/english/schema.ts';
import { flatten } from '../../../../src/plan/outline.ts';
import { planDocument } from '../../../../src/plan/schema.ts';
import translatedFrom from '../../../fixtures/translated-from.json' with { type: 'json' };
import { clausesOfPlan } from '../plan-files.ts';

const clauses = flatten(clausesOfPlan);

test('every clause is translated, in the order of the plan, and nothing else is', () => {
  expect(Object.keys(clauseTranslations)).toEqual(clauses.map(({ id }) => id));
});

test('a translation has a title where the clause has one, and as many paragraphs', () => {
  const shape = (title: string | null | undefined, paragraphs: readonly string[]) => ({
    titled: typeof title === 'string',
    paragraphs: paragraphs.length,
  });
  for (const { id, title, paragraphs } of clauses) {
    const english = clauseTranslation(id);
    expect(shape(english.title, english.paragraphs), id).toEqual(shape(title, paragraphs));
  }
});

test('a translation ends with the mark with which the clause ends', () => {
  const ending = (text: string): string => text.match(/[.;:,/]+$/)?.[0] ?? '';
  for (const { id, title, paragraphs } of clauses) {
    const english = clauseTranslation(id);
    expect(ending(english.title ?? ''), id).toBe(ending(title ?? ''));
    expect(english.paragraphs.map(ending), id).toEqual(paragraphs.map(ending));
  }
});

test('a translation names the numbered texts that the clause names, as often', () => {
  const numbers = (texts: readonly string[]): string[] =>
    (texts.join(' ').match(/\d+(?:-NQ\/TW|\/NQ-CP|\/QĐ-TTg|-KH\/TU|\/KH-UBND)/g) ?? []).toSorted();
  for (const { id, paragraphs } of clauses) {
    expect(numbers(clauseTranslation(id).paragraphs), id).toEqual(numbers(paragraphs));
  }
});

test('a clause is translated from the words that it has now', () => {
  const now = clauses.map(({ id, title, paragraphs }) => [
    id,
    createHash('sha256')
      .update([title ?? '', ...paragraphs].join('\n'))
      .digest('hex')
      .slice(0, 12),
  ]);
  // Whoever changes a clause reads its English, and writes the new digest into the fixture.
  expect(Object.fromEntries(now)).toEqual(translatedFrom);
});

test('a clause without a translation stops the build', () => {
  expect(() => clauseTranslation('vi-1')).toThrow(MissingTranslationError);
});

test('the signature and the list of recipients have as many lines as the document', () => {
  expect(documentTranslation.signature).toHaveLength(planDocument.signature.lines.length);
  expect(documentTranslation.recipients).toHaveLength(planDocument.recipients.length);
});

test('the glossary stands in Vietnamese order, each term once', () => {
  const terms = glossary.map(({ vi }) => vi);
  expect(new Set(terms).size).toBe(terms.length);
  expect(terms).toEqual(terms.toSorted(new Intl.Collator('vi').compare));
});

test('words between asterisks are Vietnamese', () => {
  expect(mixedText('the three *an*')).toEqual([
    { text: 'the three ', isVietnamese: false },
    { text: 'an', isVietnamese: true },
  ]);
  expect(mixedText('plain')).toEqual([{ text: 'plain', isVietnamese: false }]);
});

test('the English tree keeps ids, marks and depth', () => {
  const english = flatten(clausesOfPlan.map(inEnglish));
  expect(english.map(({ id, marker }) => [id, marker])).toEqual(
    clauses.map(({ id, marker }) => [id, marker]),
  );
  expect(englishMark('can-cu-2')).toBe('Preamble 2');
  expect(englishMark('iii-1-2-3')).toBe('III.1.2.3');
});

test('a page names its other language only where there is one', () => {
  expect(alternatesOf('/en/plan/')).toEqual(alternatesOf('/ke-hoach/'));
  expect(alternatesOf('/ke-hoach/').map(({ href }) => href)).toEqual(['/ke-hoach/', '/en/plan/']);
  expect(alternatesOf('/tra-cuu/')).toEqual([]);
});
