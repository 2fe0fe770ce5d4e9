import { silence } from '../../gallery/previews/server/answers.ts';
import { storyTable } from '../../gallery/stories/table-name.ts';
import type { Database } from '../../platform/postgres.ts';
import { type WantedCells, wantedCells } from './wanted-cells.ts';

/** A row that says something else than it should. */
export interface RowThatDiffers {
  recordId: string;
  table: string;
  code: string;
  told: WantedCells;
}

/** What is to be looked at: ids of notes of `rows_to_tell`, and the records that they are about; null where every row is. */
interface ToLookAt {
  notes: readonly string[];
  records: readonly string[] | null;
}

/** Most notes that one run takes. */
const notesARun = 10_000;

/** Between two looks at all rows. They find nothing, unless a note was missed; what a base without our columns lacked is told then, too. */
const allEvery = `interval '15 minutes'`;

/** Times that pass change what a row says without any write. Longer than between two looks at all rows. */
const justNow = (instant: string) =>
  `${instant} between now() - interval '20 minutes' and now() + interval '1 second'`;

/** SQL: records named by the notes `marks`, and those whose time has come. */
const named = `
  select key as record_id from marks where kind = 'record'
  union select b.record_id from marks join base_rows b on b.code = key where kind = 'code'
  union select s.record_id from marks join stories s on s.id = key where kind = 'code'
  union select d.record_id from marks join deliveries d on d.code = key where kind = 'code' and d.record_id is not null
  union select r.record_id from marks join releases r on r.key = marks.key where kind in ('release', 'members')
  union select n.record_id from marks join release_nominations n on n.release = key where kind = 'members'
  union select k.record_id from marks join release_stories k on k.release = key where kind = 'members'
  union select record_id from story_previews where asked_at is not null and exists (select from marks where kind = 'asked')
  union select l.record_id from marks join award_lines l on l.decision = key where kind = 'lines' and l.record_id is not null
  union select l.record_id from marks join award_decisions d on d.release_key = key join award_lines l on l.decision = d.record_id
    where kind = 'members' and l.record_id is not null
  union select d.record_id from marks join award_decisions d on d.release_key = key where kind = 'members'
  union select record_id from releases where begun_at is null
  union select record_id from stories where ${justNow('published_at')}
  union select record_id from story_previews where asked_at is not null and ${justNow(`asked_at + ${silence} * interval '1 day'`)}`;

/** SQL: and the rows that say something about these: of the same code, the nomination of a story, the release of a row. */
const notes = `
  with marks as (select id, kind, key from rows_to_tell order by noted_at limit ${notesARun}),
  named as (${named}),
  codes as (select table_name, code, filing_code from base_rows join named using (record_id))
  select (select coalesce(array_agg(id::text), '{}') from marks) as notes, array(
    select record_id from named
    union select b.record_id from codes join base_rows b on b.code = codes.code
    union select b.record_id from codes join base_rows b on b.code = codes.filing_code
    union select b.record_id from named join story_drafts t using (record_id) join base_rows b on b.code = t.code
    union select r.record_id from named join release_nominations n using (record_id) join releases r on r.key = n.release
    union select r.record_id from named join release_stories k using (record_id) join releases r on r.key = k.release
  ) as records`;

/** What changed since the last run, whatever of it should be told. */
export async function notedRows(db: Database): Promise<Required<ToLookAt> & { records: string[] }> {
  const { rows } = await db.query<{ notes: string[]; records: string[] }>({
    name: 'noted-rows',
    text: notes,
  });
  return rows[0] ?? { notes: [], records: [] };
}

const allTold = 'all rows told';

/** Where to look: at what changed, or, a few times an hour, at every row. */
export async function whereToLook(db: Database): Promise<ToLookAt> {
  const noted = await notedRows(db);
  const { rowCount } = await db.query(
    `select from sync_memory where name = $1 and changed_at between now() - ${allEvery} and now()`,
    [allTold],
  );
  return rowCount === 0 ? { ...noted, records: null } : noted;
}

/** Forgets the notes that were looked at. */
export async function settleNotes(db: Database, { notes: ids, records }: ToLookAt): Promise<void> {
  if (ids.length > 0) await db.query('delete from rows_to_tell where id = any($1::uuid[])', [ids]);
  if (records === null)
    await db.query(
      `insert into sync_memory (name, value) values ($1, 'true') on conflict (name) do update set changed_at = now()`,
      [allTold],
    );
}

/** Without the fence, PostgreSQL works each row out three times: to compare, to sort and to return it. */
const differing = (where: string) => `
  select record_id as "recordId", table_name as "table", code, told from (${wantedCells} ${where} offset 0) w
  where told is distinct from coalesce(written, '{}') and table_name <> all ($3)
  order by told ? 'why' desc, record_id limit $4`;

/** Planning takes ten times as long as executing while there are few rows, so both statements are prepared by name. */
const statements = {
  all: { name: 'rows-that-differ', text: differing('') },
  some: { name: 'noted-rows-that-differ', text: differing('and b.record_id = any ($5)') },
};

/** Rows that say something else than they should, at most `limit`, those with a problem first. Leaves out the tables `except`. */
export async function rowsThatDiffer(
  db: Database,
  records: readonly string[] | null,
  { siteUrl, except = [], limit }: { siteUrl: string; except?: readonly string[]; limit: number },
): Promise<RowThatDiffers[]> {
  if (records?.length === 0) return [];
  const values = [storyTable, siteUrl, except, limit];
  const { rows } = await db.query<RowThatDiffers>(
    records ? { ...statements.some, values: [...values, records] } : { ...statements.all, values },
  );
  return rows;
}
