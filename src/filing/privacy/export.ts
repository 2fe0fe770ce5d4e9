import type { Database } from '../../platform/postgres.ts';

/** Everything stored about a code, with the keys of its files in Netlify Blobs; null when nothing is stored. */
export async function exportSubmission(db: Database, code: string): Promise<unknown> {
  const { rows } = await db.query<{ held: unknown }>(
    `select jsonb_build_object(
       'submission', to_jsonb(s),
       'delivery', (select to_jsonb(d) - 'code' from deliveries d where d.code = s.code),
       'copy', (select to_jsonb(c) - 'code' from receipt_copies c where c.code = s.code),
       'supplements', (select coalesce(jsonb_agg(to_jsonb(p) - 'code' order by p.received_at), '[]') from supplements p
                       where p.code = s.code),
       'files', (select coalesce(jsonb_agg(jsonb_build_object('blob', 'evidence/' || e.id, 'name', e.name, 'kind', e.kind,
                   'bytes', e.bytes, 'sha256', e.sha256, 'uploaded_at', e.uploaded_at, 'sent_at', e.sent_at)
                   order by e.place), '[]') from evidence_files e where e.code = s.code),
       'reviews', (select coalesce(jsonb_agg(to_jsonb(v) - 'code' order by v.place), '[]') from review_notes v where v.code = s.code),
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
