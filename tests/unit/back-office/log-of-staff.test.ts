import type { AirtableStandIn } from '../../../scripts/airtable-stand-in/server.ts';
import { staffOf as openStaff } from '../../../scripts/season/staff.ts';
import { actLine } from '../../../src/back-office/log/act.ts';
import { readLog } from '../../../src/back-office/log/server/read-log.ts';
import type { Database } from '../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../fixtures/back-office.ts';
import { fileMany } from '../../fixtures/intake.ts';
import { comeDue, decided, later, nominations, plan, releases } from '../../fixtures/releases.ts';

const [first, second] = ['usrFirstPerson001', 'usrSecondPerson02'] as const;

const actorsOf = async (db: Database, subject: string) =>
  (await readLog(db, subject, 50)).filter(({ act }) => act === 'bai').map(({ actor }) => actor);

/** Every row of every table, as text. */
async function allText(db: Database): Promise<string> {
  const { rows: tables } = await db.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const texts = await Promise.all(
    tables.map(({ name }) => db.query<{ text: string }>(`select t::text as text from public.${name} t`)),
  );
  return texts.flatMap(({ rows }) => rows.map(({ text }) => text)).join('\n');
}

/** Staff and the row of a story that the first run has listed: nobody can say who made the row. */
async function listedStory(db: Database, standIn: AirtableStandIn) {
  const staff = openStaff(standIn);
  const [id = ''] = await staff.create(stories, [storyRow()]);
  await syncOnce(db, standIn);
  return { staff, id };
}

test('an act names who of staff did it by the id of the webhook, several who did, a program, or nobody; no name is kept', async ({
  db,
  standIn,
}) => {
  const { staff, id } = await listedStory(db, standIn);
  await staff.type(stories, id, { 'Trạng thái': 'Nháp' }, first);
  await syncOnce(db, standIn);
  await staff.type(stories, id, { 'Trạng thái': 'Công bố' }, first);
  await staff.type(stories, id, { 'Tóm tắt': 'Tóm tắt khác.' }, second);
  await syncOnce(db, standIn);
  await staff.change(stories, id, { 'Đồng ý công khai': false });
  await syncOnce(db, standIn);
  await staff.type(stories, id, { 'Đồng ý công khai': true }, second);
  await syncOnce(db, standIn);
  expect(await actorsOf(db, 'MH-0101')).toEqual(['co-quan', first, `${first}+${second}`, 'cong-cu', second]);
  const lines = (await readLog(db, 'MH-0101', 50)).map(actLine).join('\n');
  expect(lines).toContain(`(cán bộ ${first}, trong Airtable và cán bộ ${second}, trong Airtable)`);
  expect(lines).toContain('(chương trình hoặc tự động hóa, trong Airtable)');
  const kept = await allText(db);
  expect(kept).toContain(first);
  for (const personal of ['@donvi.example', 'Cán bộ thử']) expect(kept).not.toContain(personal);
});

test('people who change a row while it waits are all named, and the next change names its own', async ({
  db,
  standIn,
}) => {
  const { staff, id } = await listedStory(db, standIn);
  await db.query(
    `insert into base_changes (record_id, table_name, gone, changed_by) values ($1, $2, false, $3)`,
    [id, stories, [first]],
  );
  await staff.type(stories, id, { 'Trạng thái': 'Nháp' }, second);
  await syncOnce(db, standIn);
  await staff.type(stories, id, { 'Trạng thái': 'Công bố' }, first);
  await syncOnce(db, standIn);
  expect(await actorsOf(db, 'MH-0101')).toEqual(['co-quan', `${first}+${second}`, first]);
});

test('a decision names who took it, at once or when its release begins', async ({ db, standIn }) => {
  const staff = openStaff(standIn);
  await fileMany(db, 2);
  await syncOnce(db, standIn);
  await staff.create(releases, [{ ...plan, 'Giờ công bố': later() }]);
  const [now, waits] = await staff.rows(nominations);
  await staff.type(nominations, now?.id ?? '', { 'Trạng thái': decided }, first);
  const prepared = { 'Đợt công bố': plan.Tên, 'Trạng thái': decided };
  await staff.type(nominations, waits?.id ?? '', prepared, second);
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
  await comeDue(db);
  await syncOnce(db, standIn);
  const actors = async (code: unknown) =>
    (await readLog(db, String(code), 10)).filter(({ act }) => act === 'trang-thai').map(({ actor }) => actor);
  expect(await actors(now?.fields['Mã hồ sơ'])).toEqual([first]);
  expect(await actors(waits?.fields['Mã hồ sơ'])).toEqual([second]);
});
