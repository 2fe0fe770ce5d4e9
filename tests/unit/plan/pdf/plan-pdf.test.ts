import { expect, test } from '@playwright/test';
import { flatten } from '../../../../src/plan/outline.ts';
import { footNote, planPdf } from '../../../../src/plan/pdf/plan-pdf.ts';
import { planDocument } from '../../../../src/plan/schema.ts';
import { TypesetError } from '../../../../src/platform/typeset/typeset.ts';
import { readPdf } from '../../../fixtures/pdf-text.ts';
import { clausesOfPlan, parts, sourceText } from '../plan-files.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);
const bytes = planPdf(planDocument, clausesOfPlan);
const pdf = readPdf(bytes);

test('the PDF holds every word of the source in order, but for the listed repairs', () => {
  const repairs = [...parts.flatMap((part) => part.repairs), ...planDocument.repairs];
  const repaired = repairs.reduce((text, { source, printed }) => text.replace(source, printed), sourceText);
  expect(words(pdf.body)).toEqual(words(repaired));
});

test('every letter is a real glyph, every Vietnamese letter of the source among them', () => {
  const letters = (text: string) => new Set(text.match(/\p{L}/gu));
  expect(pdf.missingGlyphs).toBe(0);
  expect(letters(pdf.body)).toEqual(letters(sourceText));
});

test('a letter that the fonts do not have is refused, never printed as a box', () => {
  const strange = clausesOfPlan.map((clause) => ({ ...clause, paragraphs: ['漢'] }));
  expect(() => planPdf(planDocument, strange)).toThrow(TypesetError);
});

test('only the page numbers and the foot line are not the plan’s own', () => {
  const pages = pdf.heads.filter((head) => /\/Type \/Page\n/.test(head)).length;
  const numbers = Array.from({ length: pages }, (_, index) => (index === 0 ? '' : String(index + 1)));
  expect(words(pdf.artifacts).join('')).toBe(
    numbers.map((number) => words(number + footNote).join('')).join(''),
  );
});

test('every heading is a bookmark', () => {
  const titled = flatten(clausesOfPlan).filter(({ title }) => title !== null).length;
  expect(pdf.heads.filter((head) => /\/Title /.test(head) && /\/Dest /.test(head))).toHaveLength(titled);
});

test('the PDF is tagged, in Vietnamese, and says that it is made to PDF/UA-1', () => {
  const catalogue = pdf.heads.find((head) => /\/Type \/Catalog/.test(head)) ?? '';
  expect(catalogue).toMatch(/\/Lang \(vi(-VN)?\)/);
  expect(catalogue).toMatch(/\/MarkInfo <<\s*\/Marked true/);
  expect(catalogue).toMatch(/\/StructTreeRoot/);
  expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
});

test('the same plan gives the same file', () => {
  expect(Buffer.from(planPdf(planDocument, clausesOfPlan)).equals(Buffer.from(bytes))).toBe(true);
});
