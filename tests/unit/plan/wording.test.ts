import { expect, test } from '@playwright/test';
import type { Clause } from '../../../src/plan/clauses.ts';
import { findClause, flatten } from '../../../src/plan/outline.ts';
import { type PlanDocument, planDocument } from '../../../src/plan/schema.ts';
import { clausesOfPlan, parts, sourceText } from './plan-files.ts';

interface Correction {
  source: string;
  printed: string;
}

const clauseRepairs = parts.flatMap(({ repairs }) => repairs);
const repairs: Correction[] = [...clauseRepairs, ...planDocument.repairs];

/** The source with the repairs made; throws where one does not occur exactly once. */
function repaired(source: string, corrections: Correction[]): string {
  return corrections.reduce((text, correction) => {
    const pieces = text.split(correction.source);
    if (pieces.length !== 2) throw new Error(`“${correction.source}” occurs ${pieces.length - 1} times.`);
    return pieces.join(correction.printed);
  }, source);
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function words(text: string[]): string[] {
  return text.flatMap((line) => line.split(/\s+/));
}

/** A clause as the document prints it: the mark stands before the heading, or before the first paragraph. */
function clauseLines({ marker, title, paragraphs }: Clause): string[] {
  const [first = '', ...rest] = title === null ? paragraphs : [title, ...paragraphs];
  return [marker === '' ? first : `${marker} ${first}`, ...rest];
}

/** Every line of the document as the content has it, top to bottom. */
function printedLines(document: PlanDocument, clauses: readonly Clause[]): string[] {
  const [year, month, day] = document.date.split('-').map(Number);
  return [
    `Số: ${document.number}`,
    `${document.place}, ngày ${day} tháng ${month} năm ${year}`,
    document.kind,
    document.subject,
    ...flatten(clauses)
      .flatMap(clauseLines)
      .filter((line) => line !== ''),
    'Nơi nhận:',
    ...document.recipients.map((recipient) => `- ${recipient}`),
    document.drafterMark,
    ...document.signature.lines,
    document.signature.name,
  ];
}

function textOf(clause: Clause): string {
  return clauseLines(clause).join('\n');
}

function withWord(clauses: readonly Clause[], id: string, from: string, to: string): Clause[] {
  return clauses.map((clause) => ({
    ...clause,
    paragraphs: clause.paragraphs.map((text) => (clause.id === id ? text.replace(from, to) : text)),
    children: withWord(clause.children, id, from, to),
  }));
}

test('the plan is the source text word for word, in order, but for the listed repairs', () => {
  const source = lines(repaired(sourceText, repairs));
  const printed = printedLines(planDocument, clausesOfPlan);
  expect(words(printed)).toEqual(words(source));
  expect(printed).toEqual(source);
});

test('a wrong, missing or moved word is noticed', () => {
  const source = lines(repaired(sourceText, repairs));
  const changes = [
    { id: 'ii-1', from: '"xanh - số"', to: '“xanh - số”' },
    { id: 'iii-1-3-4', from: 'logistics xanh', to: 'logistics' },
    { id: 'v-2-9', from: 'Định kỳ hàng năm', to: 'Định kỳ hằng năm' },
    { id: 'ket-thuc', from: 'xem xét, quyết định./.', to: 'quyết định, xem xét./.' },
  ];
  for (const { id, from, to } of changes) {
    const changed = printedLines(planDocument, withWord(clausesOfPlan, id, from, to));
    expect(changed, id).not.toEqual(printedLines(planDocument, clausesOfPlan));
    expect(words(changed), id).not.toEqual(words(source));
  }
});

test('every listed repair is needed: without it the texts differ', () => {
  const printed = printedLines(planDocument, clausesOfPlan);
  for (const repair of repairs) {
    const others = repairs.filter((other) => other !== repair);
    expect(lines(repaired(sourceText, others)), repair.printed).not.toEqual(printed);
  }
});

test('a repair stands in the file of its clause, whose text has the repaired words', () => {
  for (const part of parts) {
    for (const { clause: id, source, printed } of part.repairs) {
      const found = findClause(part.clauses, id);
      const text = found ? textOf(found.clause) : '';
      expect(text, id).toContain(printed);
      expect(text, id).not.toContain(source);
    }
  }
});

test('the straight and curly quotes of the source are kept', () => {
  const quotes = (text: string) => text.replace(/[^"“”]/g, '');
  expect(quotes(printedLines(planDocument, clausesOfPlan).join('\n'))).toBe(quotes(sourceText));
});
