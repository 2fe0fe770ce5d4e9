import type { Database } from '../postgres.ts';

/** All that the store holds about a code, as JSON; null when it holds nothing. */
export async function exportSubmission(db: Database, code: string): Promise<unknown> {
  const { rows } = await db.query<{ held: unknown }>(
    `select jsonb_build_object(
       'submission', to_jsonb(s),
       'delivery', (select to_jsonb(d) - 'code' from deliveries d where d.code = s.code),
       'copy', (select to_jsonb(c) - 'code' from receipt_copies c where c.code = s.code),
       'supplements', (select coalesce(jsonb_agg(to_jsonb(p) - 'code' order by p.received_at), '[]') from supplements p
                       where p.code = s.code),
       'stories', (select coalesce(jsonb_agg(t.fields order by t.id), '[]') from stories t
                   where t.fields->>'submissionCode' = s.code)
     ) as held
     from submissions s where s.code = $1
     union all
     select jsonb_build_object('erased', to_jsonb(e)) from erased_submissions e where e.code = $1`,
    [code],
  );
  return rows[0]?.held ?? null;
}
