import { tables } from '../../../../src/back-office/airtable/columns.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';

/** Every column of every table that offers choices, with the first and the last of them. */
const withChoices = tables.flatMap((table) =>
  table.columns.flatMap(({ name, type, choices = [] }) =>
    choices.length > 1
      ? [{ table: table.name, name, type, chosen: [choices.at(0) ?? '', choices.at(-1) ?? ''] }]
      : [],
  ),
);

const readSchemaAgain = (db: Database) =>
  db.query(
    `update sync_memory set value = jsonb_set(value, '{seenAt}', '"1970-01-01T00:00:00Z"') where name like 'layout %'`,
  );

test('each choice of each column renamed, deleted and made again, each column retyped: every one is followed or told by name', async ({
  db,
  standIn,
}) => {
  test.setTimeout(180_000);
  const base = baseChanges(standIn);
  const each = async (change: (column: (typeof withChoices)[number]) => Promise<unknown>) => {
    for (const column of withChoices) await change(column);
    await readSchemaAgain(db);
    const { problems } = await syncOnce(db, standIn);
    return problems.join('\n');
  };
  const isTold = (problems: string, { table, name, chosen }: (typeof withChoices)[number], words: string) =>
    chosen.every((choice) =>
      problems.includes(`Cột “${name}” của bảng “${table}” ${words.replace('?', choice)}`),
    );
  await syncOnce(db, standIn);
  expect(withChoices.length).toBeGreaterThan(30);

  const renamed = await each(async ({ table, name, chosen }) => {
    for (const choice of chosen) await base.renameChoice(table, name, choice, `${choice} (mới)`);
  });
  expect(renamed, 'a renamed choice is the same choice').toBe('');
  const { rows } = await db.query(
    `select value -> 'tables' as tables from sync_memory where name like 'layout %'`,
  );
  for (const { table, name, chosen } of withChoices)
    for (const choice of chosen)
      expect(rows[0]?.tables[table].fields[name].choices[choice].name).toBe(`${choice} (mới)`);

  const deleted = await each(async ({ table, name, chosen }) => {
    for (const choice of chosen) await base.deleteChoice(table, name, `${choice} (mới)`);
  });
  expect(withChoices.filter((column) => !isTold(deleted, column, 'không còn lựa chọn “?”'))).toEqual([]);

  const again = await each(async ({ table, name, chosen }) => {
    for (const choice of chosen) await base.addChoice(table, name, choice);
  });
  expect(again, 'made again under its name').toBe('');

  const retyped = await each(({ table, name }) => base.retype(table, name, 'checkbox'));
  expect(withChoices.filter((column) => !isTold(retyped, column, 'đã bị đổi kiểu'))).toEqual([]);
});
