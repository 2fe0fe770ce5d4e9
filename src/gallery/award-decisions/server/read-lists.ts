import { noteProblems } from '../../../filing/delivery/row-problems.ts';
import { type Database, inTransaction } from '../../../platform/postgres.ts';
import { awardLines } from '../award-lines.ts';
import { type AwardDecision, awardDecisionSchema, type ListSource, listSourceSchema } from '../decision.ts';
import { type ReadRows, readListFile, readPastedList } from '../read-list.ts';
import { fetchList } from './fetch-list.ts';
import { type MatchedLine, matchLines } from './match-lines.ts';

/** Most lists that one run reads: each may be downloaded first. */
const listsARun = 3;

interface WaitingList {
  recordId: string;
  said: AwardDecision;
  source: ListSource;
  key: string;
}

async function waitingLists(db: Database): Promise<WaitingList[]> {
  const { rows } = await db.query<{ recordId: string; said: unknown; source: unknown; key: string }>(
    `select record_id as "recordId", said, source, source_key as key from award_decisions
     where source is not null and read_key is distinct from source_key order by changed_at limit $1`,
    [listsARun],
  );
  return rows.flatMap(({ said, source, ...row }) => {
    const [decision, from] = [awardDecisionSchema.safeParse(said), listSourceSchema.safeParse(source)];
    return decision.success && from.success ? [{ ...row, said: decision.data, source: from.data }] : [];
  });
}

/** Undefined where the file may come at another try. */
async function readSource(source: ListSource): Promise<ReadRows | undefined> {
  if ('text' in source) return readPastedList(source.text);
  const fetched = await fetchList(source.url);
  if (fetched.ok) return readListFile(fetched.bytes);
  return fetched.isFinal ? { ok: false, message: fetched.problem } : undefined;
}

async function saveLines(
  db: Database,
  { recordId, key }: WaitingList,
  lines: readonly MatchedLine[],
  notes: unknown,
) {
  await inTransaction(db, async (client) => {
    const { rowCount } = await client.query(
      `update award_decisions set read_key = $2, notes = $3, source = null, changed_at = now()
       where record_id = $1 and source_key = $2`,
      [recordId, key, JSON.stringify(notes)],
    );
    // Staff changed the list meanwhile: it is read again.
    if (rowCount === 0) return;
    await client.query('update award_lines set listed = false where decision = $1', [recordId]);
    await client.query(
      `insert into award_lines (id, decision, said, filing_code, story_id, record_id, written_at)
       select $1 || '/' || (line ->> 'key'), $1, line - '{filingCode,own}'::text[], line ->> 'filingCode',
         line #>> '{own,storyId}', line #>> '{own,recordId}', case when line -> 'own' <> 'null' then now() end
       from jsonb_array_elements($2::jsonb) as line
       on conflict (id) do update set said = excluded.said, listed = true,
         filing_code = coalesce(case when award_lines.written_at is not null then award_lines.filing_code end, excluded.filing_code)`,
      [recordId, JSON.stringify(lines)],
    );
    await client.query(
      'delete from award_lines where decision = $1 and not listed and written_at is null and story_id is null',
      [recordId],
    );
  });
}

/**
 * Reads the lists of decisions that wait for it, and matches their lines with nominations and earlier honours. A list that cannot be
 * downloaded is tried again at the next run, until its row is read anew. After `lastStart`, no download begins.
 */
export async function readAwardLists(db: Database, lastStart: Date): Promise<void> {
  for (const waiting of await waitingLists(db)) {
    if (Date.now() > lastStart.getTime()) return;
    const read = await readSource(waiting.source);
    const note = (problem: string | null) => noteProblems(db, 'list', new Map([[waiting.recordId, problem]]));
    if (read === undefined) {
      await note('Trang chưa tải được tệp danh sách và sẽ thử lại.');
      continue;
    }
    await note(read.ok ? null : read.message);
    if (!read.ok) {
      await db.query(
        'update award_decisions set read_key = $2, notes = null, source = null where record_id = $1 and source_key = $2',
        [waiting.recordId, waiting.key],
      );
      continue;
    }
    const { rows, notes, columns } = read;
    const lines = await matchLines(
      db,
      { recordId: waiting.recordId, number: waiting.said.number },
      awardLines(rows, waiting.said.award),
    );
    await saveLines(db, waiting, lines, { notes, columns });
  }
}
