import { z } from 'zod';
import type { Questions } from '../../definitions/questions.ts';
import { type ShownSection, shownAnswers } from '../../forms/shown-answers.ts';
import type { Submission } from '../../submission.ts';
import { type Change, undoAll } from '../changes.ts';
import { readStatement } from '../signing/read-statement.ts';
import { firstStatement, nextStatement } from '../signing/server/make-receipt.ts';
import { type ChangeKind, canonical, type StatedAnswers } from '../signing/signed-receipt.ts';

/** The statements about a submission, in order: that it was received, then each change by its unit. */
export type Series = readonly [StatedAnswers, ...StatedAnswers[]];

const keptSchema = z.array(
  z.object({
    statement: z.string(),
    answers: z.custom<ShownSection[]>((value) => Array.isArray(value)),
  }),
);

/** A stored statement is not what this code wrote: someone changed the table by hand. */
class StatementError extends Error {
  override readonly name = 'StatementError';
}

/** SQL that selects the stored statements of a row `s` of `submissions`, for `readStatements`. */
export const statementsOfRow = `(select coalesce(jsonb_agg(jsonb_build_object('statement', t.statement,
    'answers', t.answers) order by t.number), '[]') from statements t where t.code = s.code)`;

/** Reads what `statementsOfRow` selects. Throws StatementError. */
export function readStatements(selected: unknown): StatedAnswers[] {
  return keptSchema.parse(selected).map(({ statement: text, answers }) => {
    const statement = readStatement(JSON.parse(text));
    if (!statement || canonical(statement) !== text)
      throw new StatementError(
        'Restore the table “statements” from a backup: a statement in it was changed.',
      );
    return { statement, answers };
  });
}

/** SQL that stores statement number $2 of submission $1. */
export const keepStatement = `insert into statements (code, number, statement, answers)
  values ($1, $2, $3, $4::jsonb) on conflict (code, number) do nothing`;

/** The questions whose answers a change affects, in the order of the form. */
function questionsIn({ sections }: Questions, { answers, replaced }: Change): string[] {
  const touched = new Set([...Object.keys(answers), ...Object.keys(replaced)]);
  return sections
    .flatMap(({ questions }) => questions)
    .filter(({ name }) => touched.has(name))
    .map(({ label, heading }) => heading ?? label);
}

const kindOf = (kind: string): ChangeKind => (kind === 'sua' || kind === 'rut' ? kind : 'bo-sung');

/**
 * The series of a submission: the stored statements, and new ones for changes without a statement. Changes keep the answers that
 * they replaced, so each statement covers the answers of its time, not the current ones.
 */
export function seriesOf(
  filed: Submission,
  questions: Questions,
  changes: readonly Change[],
  kept: readonly StatedAnswers[],
): Series {
  const after = (count: number) => shownAnswers(questions, undoAll(filed.answers, changes.slice(count)));
  const received = (answers: ShownSection[]) => ({
    statement: firstStatement({ ...filed, answers }),
    answers,
  });
  const first = kept[0] ?? received(after(0));
  const series: [StatedAnswers, ...StatedAnswers[]] = [first];
  let last = first;
  for (const [index, change] of changes.entries()) {
    const { at, kind } = change;
    const made = () => ({ kind: kindOf(kind), at, questions: questionsIn(questions, change) });
    last = kept[index + 1] ?? nextStatement(last, { ...made(), answers: after(index + 1) });
    series.push(last);
  }
  return series;
}
