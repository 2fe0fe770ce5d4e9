import type { Database } from '../../../platform/postgres.ts';
import { type CommentRow, followRows, type OwnerRow } from '../../../vocabulary/owner-settings.ts';
import { type PulledRow, storableRow } from '../../delivery/pulled-row.ts';
import { noteProblems, noteRows } from '../../delivery/row-problems.ts';
import { filesOf } from '../attached.ts';
import { type ReadRow, textOf } from '../cells.ts';
import { readCluster } from '../cluster-rules.ts';
import { readComment } from '../comment-rules.ts';
import { readContact } from '../contact-rules.ts';
import { heldList } from '../held-list.ts';
import { readMoment } from '../moment-rules.ts';
import { readText } from '../text-rules.ts';
import { readValue } from '../value-rules.ts';
import { type RowRule, readWithoutColumns } from '../without-columns.ts';
import { queueOwnerFiles } from './owner-files.ts';
import { listTable, shownListsOf } from './shown-lists.ts';
import { forgetSettings, readSettings, saveSettings, storedValues } from './store.ts';

/** How a row of a table is read, and the property of its code. */
interface Rule extends RowRule {
  read: (row: PulledRow, shown?: CommentRow) => ReadRow;
  code: string;
}

/** The tables of what the owner sets, as the code names them. */
const rules: Readonly<Record<string, Rule>> = {
  'Mốc thời gian': { read: readMoment, code: 'name', decides: 'applies' },
  'Cài đặt': { read: readValue, code: 'key', decides: 'value' },
  'Văn bản': { read: readText, code: 'number', decides: null },
  'Cụm, khối': { read: readCluster, code: 'name', decides: 'applies' },
  [listTable]: { read: readComment, code: 'id', decides: 'applies' },
  'Đầu mối đơn vị': { read: readContact, code: 'unit', decides: 'applies' },
};

/** SQL: what names the row of a stored value. */
const codeOfValue = `case s.value ->> 'is' when 'comment' then s.value ->> 'id' when 'contact' then s.value ->> 'unit'
  else coalesce(s.value ->> 'key', s.value ->> 'number', s.value ->> 'name') end`;

/** Rows that share a key or a number with another: the site follows the one that it knew first. */
async function copies(db: Database, table: string, codes: ReadonlyMap<string, string>): Promise<Set<string>> {
  const { rows } = await db.query<{ recordId: string; code: string }>(
    `select s.record_id as "recordId", ${codeOfValue} as code
     from settings s left join base_rows b using (record_id)
     where s.table_name = $1 and b.gone_at is null and ${codeOfValue} = any($2)`,
    [table, [...codes.values()]],
  );
  const owner = new Map(rows.map(({ code, recordId }) => [code, recordId]));
  for (const [recordId, code] of codes) if (!owner.has(code)) owner.set(code, recordId);
  return new Set([...codes].filter(([id, code]) => owner.get(code) !== id).map(([id]) => id));
}

/** Forgets rows that are gone from the base where another row took over what they set: that is no loss. */
async function dropReplaced(db: Database, table: string, codes: readonly string[]): Promise<void> {
  await db.query(
    `with replaced as (
       delete from settings s using base_rows b where b.record_id = s.record_id and b.gone_at is not null
         and s.table_name = $1 and ${codeOfValue} = any($2) returning s.record_id
     ) delete from row_losses where record_id in (select record_id from replaced)`,
    [table, codes],
  );
}

const copied: ReadRow = {
  is: 'wrong',
  wrong: ['Có hàng khác nói về cùng một mục, và trang theo hàng đó. Xóa một trong hai hàng.'],
};

/** What a row sets; of a list that the public saw no more than it may. */
function readRow(
  rule: Rule,
  row: PulledRow,
  isCopy: boolean,
  { shown, stored }: { shown: CommentRow | undefined; stored: OwnerRow | undefined },
): ReadRow {
  const read = (one: PulledRow) => rule.read(one, shown);
  const own = isCopy ? copied : readWithoutColumns(row, { ...rule, read }, stored);
  return shown ? heldList(shown, row, own, new Date()) : own;
}

const toldOf = (read: ReadRow): string[] => {
  if (read.is === 'wrong') return read.wrong;
  return read.is === 'set' ? (read.told ?? []) : [];
};

/**
 * Imports one page of rows of a table in which the owner sets times, values or legal texts. A row with a mistake is told why and
 * keeps its last good value; so does what a column said that is gone. This process follows the new rows at once.
 */
export async function importSettings(
  db: Database,
  table: string,
  pulled: readonly PulledRow[],
): Promise<void> {
  const rule = rules[table];
  if (!rule || pulled.length === 0) return;
  const rows = pulled.map(storableRow);
  const codes = new Map(
    rows.flatMap((row) => {
      const code = table === 'Cài đặt' ? textOf(row, rule.code).toLowerCase() : textOf(row, rule.code);
      return table === 'Mốc thời gian' || code === '' ? [] : [[row.recordId, code] as const];
    }),
  );
  const doubled = await copies(db, table, codes);
  const ids = rows.map((row) => ({ recordId: row.recordId, id: textOf(row, rule.code) }));
  const shown = table === listTable ? await shownListsOf(db, ids) : new Map<string, CommentRow>();
  const stored = await storedValues(
    db,
    rows.map(({ recordId }) => recordId),
  );
  const read = rows.map((row) => ({
    recordId: row.recordId,
    ...readRow(rule, row, doubled.has(row.recordId), {
      shown: shown.get(row.recordId),
      stored: stored.get(row.recordId),
    }),
  }));
  const set = read.flatMap(({ recordId, ...one }) =>
    one.is === 'set' ? [{ recordId, table, value: one.value }] : [],
  );
  await saveSettings(
    db,
    set,
    rows.map(({ recordId }) => recordId),
  );
  await dropReplaced(
    db,
    table,
    set.flatMap(({ recordId }) => codes.get(recordId) ?? []),
  );
  await forgetSettings(
    db,
    table,
    read
      .filter(({ is, recordId }) => is === 'nothing' || doubled.has(recordId))
      .map(({ recordId }) => recordId),
  );
  await queueOwnerFiles(
    db,
    rows.flatMap((row) => filesOf(row, 'files').map((file) => ({ ...file, recordId: row.recordId }))),
  );
  await noteRows(
    db,
    table,
    rows.map((row) => ({ recordId: row.recordId, code: textOf(row, rule.code) || null })),
  );
  const problems = read.map((one) => [one.recordId, toldOf(one).join('\n') || null] as const);
  await noteProblems(db, 'row', new Map(problems));
  followRows(await readSettings(db));
}
