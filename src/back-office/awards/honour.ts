import type { AwardLine } from '../../gallery/award-decisions/award-line.ts';
import type { AwardDecision } from '../../gallery/award-decisions/decision.ts';
import type { DraftToWrite } from '../drafts/write-drafts.ts';

/** A line of a decision, to be written as a row of `Điển hình`. */
export interface HonourToWrite {
  /** Id of the line. */
  id: string;
  decision: AwardDecision;
  line: AwardLine;
  /** The `Mã` that its row has or is to get. */
  storyId: string;
  /** Its row, where one is known: the draft of its nomination, or an earlier try. */
  recordId: string | null;
  nomination: Omit<DraftToWrite, 'storyId' | 'recordId'> | null;
  /** `given`: a collective that agreed; `on-paper`: staff hold its agreement; `asked`: at a private address. */
  consent: 'given' | 'on-paper' | 'asked';
}

/**
 * What became of an honour: `there` with its row, new or found; `taken`: another row has its `Mã`; `conflict`: its row names another
 * decision; `refused` with the reason.
 */
export type HonourOutcome =
  | { is: 'there'; recordId: string; storyId: string }
  | { is: 'taken' }
  | { is: 'conflict' | 'refused'; reason: string };

/** Writes at most fifty honours, ten a call, and tells after each call what became of these ten. False where no call is left for now. */
export type WriteHonours = (
  honours: readonly HonourToWrite[],
  settle: (outcomes: ReadonlyMap<string, HonourOutcome>) => Promise<void>,
) => Promise<boolean>;

/**
 * What the sync changes in the row of an honour: its honoree agreed, or staff approved it for a release. `decided`: in the row of its
 * nomination, whose unit is told in that release.
 */
export type HonourChange = { is: 'agreed' } | { is: 'approved' | 'decided'; release: string };

/** Changes at most ten rows of one table. Resolves with those that could be changed; null where no call is left for now. */
export type ChangeHonours = (
  rows: readonly { recordId: string; change: HonourChange }[],
) => Promise<string[] | null>;
