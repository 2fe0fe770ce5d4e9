import { z } from 'zod';
import type { Database } from '../../platform/postgres.ts';
import { askable } from '../definitions/askable.ts';
import { type Form, findForm } from '../definitions/registry.ts';
import { firstState, stateById } from '../states.ts';

/** The questions that a unit may answer again. */
export interface InformationRequest {
  code: string;
  form: Form;
  /** `sua`: a correction that nobody asked for, possible until staff begin. */
  kind: 'bo-sung' | 'sua';
  /** Field names. Empty where staff named only questions that the form does not have: someone renamed an option. */
  asked: string[];
  /** Whether staff named these questions; if not, all questions are open. */
  isNamed: boolean;
  /** What staff wrote to the unit. */
  guidance: string | null;
  answers: Record<string, unknown>;
  /** How often the unit has answered before. */
  round: number;
}

/** The state in which staff wait for answers. */
export const askingState = stateById('yeu-cau-bo-sung').id;

const rowSchema = z.object({
  form: z.string(),
  state: z.string(),
  asked: z.array(z.string()).nullable(),
  guidance: z.string().nullable(),
  answers: z.record(z.string(), z.unknown()),
  round: z.int(),
});

/**
 * The open questions of a submission: the questions that staff named; all, if they named none or have not started the review. Null when no
 * question is open.
 */
export async function askedAgain(db: Database, code: string): Promise<InformationRequest | null> {
  const { rows } = await db.query(
    `select form, state, asked, guidance, answers,
            (select count(*)::int from supplements p where p.code = s.code) as round
     from submissions s where code = $1 and state = any($2)`,
    [code, [askingState, firstState]],
  );
  const { data } = rowSchema.safeParse(rows[0]);
  const form = data && findForm(data.form);
  if (!form) return null;
  const { state, guidance, answers, round } = data;
  const kind = state === askingState ? 'bo-sung' : 'sua';
  const all = [...askable(form).values()];
  const asked = kind === 'sua' ? all : (data.asked ?? all);
  const isNamed = kind === 'bo-sung' && data.asked !== null;
  return { code, form, kind, asked, isNamed, guidance, answers, round };
}
