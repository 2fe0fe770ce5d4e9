import { z } from 'zod';
import { filedFileSchema } from '../definitions/files-field.ts';
import type { Question, Questions } from '../definitions/questions.ts';
import { fileText } from '../definitions/uploaded-file.ts';

/** A section with its answered questions, as people read them. Plain arrays keep the order of its JSON fixed. */
export type ShownSection = readonly [
  title: string,
  answers: readonly (readonly [question: string, answer: string])[],
];

const values = z.union([z.string(), z.array(z.string()), z.number(), z.literal(true)]);
const rows = z.array(z.record(z.string(), z.string().optional()));
/** Formats years and small figures without a separator, and 12.000 with one. */
const figure = new Intl.NumberFormat('vi-VN', { useGrouping: 'min2' });

/** `2026-07` → “7/2026”, `2026-06-04` → “4/6/2026”; any other text stays unchanged. */
function dayOrMonth(stored: string): string {
  const [year, ...smaller] = stored.split('-');
  return /^\d{4}-\d\d(-\d\d)?$/.test(stored) ? [...smaller.map(Number).toReversed(), year].join('/') : stored;
}

/** A table as lines, one row a line: “Chỉ số: a · Trước: 1 · Sau: 2”. */
function linesOf({ columns = [] }: Question, stored: unknown): string {
  const table = rows.safeParse(stored);
  if (!table.success) return JSON.stringify(stored);
  return table.data
    .map((row) =>
      columns
        .filter(({ name }) => row[name] !== undefined)
        .map(({ name, label }) => `${label}: ${row[name]}`)
        .join(' · '),
    )
    .join('\n');
}

/** Digits of a SHA-256 that tell one file from another on paper. */
const shownDigits = 16;

/** Files as lines: “bao-cao.pdf (1,2 MB), SHA-256 0123456789abcdef…”. */
function filesOf(stored: unknown): string {
  const files = z.array(filedFileSchema).safeParse(stored);
  if (!files.success) return JSON.stringify(stored);
  return files.data
    .map((file) => `${fileText(file)}, SHA-256 ${file.sha256.slice(0, shownDigits)}…`)
    .join('\n');
}

function shownAnswer(question: Question, stored: unknown): string {
  if (question.control === 'rows') return linesOf(question, stored);
  if (question.control === 'files') return filesOf(stored);
  const { data: value } = values.safeParse(stored);
  if (value === undefined) return JSON.stringify(stored);
  if (value === true) return 'Đồng ý';
  if (typeof value === 'number') return figure.format(value);
  if (question.control === 'month' || question.control === 'date') return dayOrMonth(String(value));
  const label = (one: string) => question.choices?.find((choice) => choice.value === one)?.label ?? one;
  return [value].flat().map(label).join('\n');
}

/**
 * Pairs stored answers with their questions; leaves out empty answers. Shows an answer of an unknown shape as JSON, so that
 * nothing is lost.
 */
export function shownAnswers(questions: Questions, answers: Record<string, unknown>): ShownSection[] {
  return questions.sections
    .map(({ title, questions: asked }): ShownSection => {
      const answered = asked.filter(({ name }) => answers[name] !== undefined && answers[name] !== null);
      const shown = answered.map(
        (question) => [question.label, shownAnswer(question, answers[question.name])] as const,
      );
      return [title, shown.filter(([, answer]) => answer !== '')];
    })
    .filter(([, answered]) => answered.length > 0);
}
