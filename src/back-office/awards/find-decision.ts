import { z } from 'zod';
import { type AwardLine, awardLineSchema } from '../../gallery/award-decisions/award-line.ts';
import { type AwardDecision, awardDecisionSchema } from '../../gallery/award-decisions/decision.ts';
import { lastAnswer } from '../../gallery/previews/server/answers.ts';
import type { Database } from '../../platform/postgres.ts';

/** A line as staff check it. */
export interface CheckedLine extends AwardLine {
  filingCode: string | null;
  storyId: string | null;
  /** Its row was written; `gone` where staff deleted it since. */
  row: 'none' | 'there' | 'gone';
  /** Path of the story, where it is public. */
  path: string | null;
  /** `ticked`: staff ticked its consent; `asked`: waits for its honoree; else what the honoree answered, or nothing. */
  consent: 'ticked' | 'agreed' | 'refused' | 'asked' | 'none';
  error: string | null;
}

/** A decision as staff check it. */
export interface CheckedDecision {
  decision: AwardDecision;
  isWanted: boolean;
  /** How the list was understood; null until it is read. */
  notes: { notes: string[]; columns: { heading: string; field: string }[] } | null;
  /** Why its list cannot be read, and what its row lacks. */
  problems: string[];
  lines: CheckedLine[];
}

const notesSchema = z
  .object({
    notes: z.array(z.string()),
    columns: z.array(z.object({ heading: z.string(), field: z.string() })),
  })
  .nullable();

type Row = Pick<CheckedLine, 'filingCode' | 'storyId' | 'row' | 'path' | 'consent' | 'error'> & {
  said: unknown;
};

const linesQuery = `select l.said, l.filing_code as "filingCode", l.story_id as "storyId", l.last_error as error,
    case when l.written_at is null then 'none' when b.record_id is null or b.gone_at is not null then 'gone' else 'there' end as row,
    case when sh.withdrawn_at is null and sh.unserved_since is null then '/dien-hinh/' || sh.slug || '/' end as path,
    case when a.name is false then 'refused' when b.consent then 'ticked' when a.name then 'agreed'
      when p.asked_at is not null then 'asked' else 'none' end as consent
  from award_lines l
    left join base_rows b on b.record_id = l.record_id
    left join shown_stories sh on sh.id = l.story_id
    left join story_previews p on p.id = l.story_id and p.withdrawn_at is null
    left join ${lastAnswer('l.story_id')}
  where l.decision = $1 and l.listed order by (l.said ->> 'place')::int`;

/** The decision of a row of `Quyết định` with its lines; null where the row is gone or was never complete. */
export async function findDecision(db: Database, recordId: string): Promise<CheckedDecision | null> {
  const { rows } = await db.query<{ said: unknown; wanted: boolean; notes: unknown; problems: string[] }>(
    `select said, wanted, notes, array(select problem from row_problems p where p.record_id = d.record_id order by kind) as problems
     from award_decisions d where record_id = $1`,
    [recordId],
  );
  const [row] = rows;
  if (!row) return null;
  const { rows: lines } = await db.query<Row>(linesQuery, [recordId]);
  return {
    decision: awardDecisionSchema.parse(row.said),
    isWanted: row.wanted,
    notes: notesSchema.parse(row.notes),
    problems: row.problems,
    lines: lines.map(({ said, ...line }) => ({ ...awardLineSchema.parse(said), ...line })),
  };
}
