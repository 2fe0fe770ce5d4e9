import { z } from 'zod';

type Answers = Record<string, unknown>;

const changeSchema = z.object({
  kind: z.string(),
  at: z.string().transform((at) => new Date(at)),
  answers: z.record(z.string(), z.unknown()),
  replaced: z.record(z.string(), z.unknown()),
});

/** What a unit did after it filed: the answers that it gave, and those that stood there before. */
export type Change = z.infer<typeof changeSchema>;

/** What the unit of a row `s` of `submissions` did since, in order, in SQL; read by `readChanges`. */
export const changesOfRow = `(select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'at', p.received_at,
    'answers', p.answers, 'replaced', p.replaced) order by p.received_at, p.supplement_key), '[]')
  from supplements p where p.code = s.code)`;

/** Reads what `changesOfRow` selects. */
export const readChanges = (selected: unknown): Change[] => z.array(changeSchema).parse(selected);

/** The answers as they stood before a change. */
function undo(after: Answers, { answers, replaced }: Pick<Change, 'answers' | 'replaced'>): Answers {
  const untouched = Object.entries(after).filter(([name]) => !(name in answers));
  return { ...Object.fromEntries(untouched), ...replaced };
}

/** The answers as they stood before all of these changes. */
export const undoAll = (now: Answers, changes: readonly Pick<Change, 'answers' | 'replaced'>[]): Answers =>
  changes.toReversed().reduce(undo, now);
