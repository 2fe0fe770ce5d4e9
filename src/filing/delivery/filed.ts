import type { Database } from '../../platform/postgres.ts';

/** A submission as stored, for comparison with its row. */
export interface Filed {
  code: string;
  form: string;
  state: string;
  guidance: string | null;
  reply: string | null;
  asked: string[] | null;
  /** The record that the submission was delivered to; null where it is not known, or is gone. */
  recordId: string | null;
  /** Notes of people who judge the nomination. */
  notes: number;
  /** A move of the unit crossed one of staff, the row kept theirs, and it was not taken in yet. */
  isCrossed: boolean;
}

/** The submissions of these codes, by code. */
export async function findFiled(
  db: Pick<Database, 'query'>,
  codes: readonly string[],
): Promise<Map<string, Filed>> {
  const { rows } = await db.query<Filed>(
    `select s.code, s.form, s.state, s.guidance, s.reply, s.asked,
       case when b.gone_at is null then d.record_id end as "recordId",
       (select count(*)::int from review_notes n where n.code = s.code) as notes,
       exists (select from row_problems p where p.record_id = d.record_id and p.kind = 'conflict'
         and p.since >= s.changed_at) as "isCrossed"
     from submissions s left join deliveries d using (code) left join base_rows b on b.record_id = d.record_id
     where s.code = any($1)`,
    [codes],
  );
  return new Map(rows.map((filed) => [filed.code, filed]));
}
