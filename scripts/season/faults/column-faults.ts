import { readBaseSchema } from '../../../src/back-office/airtable/schema.ts';
import type { World } from '../world.ts';
import { nominations, type SeasonFault, stories } from './season-fault.ts';
import { isMatter, keepsSite, soon } from './soon.ts';

/** The cells of a column by record. */
async function cellsOf({ staff }: World, table: string, column: string): Promise<[string, unknown][]> {
  return (await staff.rows(table)).map(({ id, fields }) => [id, fields[column]]);
}

/** The names of the choices that a column offers. */
async function choicesOf({ staff }: World, table: string, column: string): Promise<string[]> {
  const fields = (await readBaseSchema(staff.client)).find(({ name }) => name === table)?.fields ?? [];
  const choices = fields.find(({ name }) => name === column)?.options?.choices ?? [];
  return choices.map(({ name }) => name);
}

/** Types cells again that were lost; staff have them from the history of the base. */
async function refill(
  { staff }: World,
  table: string,
  column: string,
  cells: readonly [string, unknown][],
): Promise<void> {
  for (const [id, cell] of cells)
    if (cell !== undefined && cell !== null) await staff.type(table, id, { [column]: cell });
}

/** While `harm` stands the site shows what it showed, and the operator is told with `words`; `mend` ends it. */
async function standsWhile(
  world: World,
  words: string,
  { harm, mend }: { harm: () => Promise<unknown>; mend: () => Promise<unknown> },
): Promise<void> {
  await keepsSite(world, words, async () => {
    await harm();
    await soon(world, `staff are told: ${words}`, () => isMatter(world, words));
    await world.minutes(2);
    await mend();
    await soon(world, `staff read that it is mended: ${words}`, async () => !(await isMatter(world, words)));
  });
}

const deleted = (table: string, column: string): SeasonFault => ({
  name: `the required column “${column}” of “${table}” is deleted`,
  play: async (world) => {
    const cells = await cellsOf(world, table, column);
    await standsWhile(world, `“${column}”`, {
      harm: () => world.staff.deleteColumn(table, column),
      mend: async () => {
        await world.setUpBase();
        await refill(world, table, column, cells);
      },
    });
  },
});

const retyped = (table: string, column: string, was: string, type: string): SeasonFault => ({
  name: `the column “${column}” of “${table}” gets the type ${type}`,
  play: async (world) => {
    const cells = await cellsOf(world, table, column);
    const choices = (await choicesOf(world, table, column)).map((name) => ({ name }));
    await standsWhile(world, `“${column}”`, {
      harm: () => world.staff.changeColumn(table, column, { type }),
      mend: async () => {
        await world.staff.changeColumn(table, column, { type: was });
        if (choices.length > 0) await world.staff.changeColumn(table, column, { choices });
        await refill(world, table, column, cells);
      },
    });
  },
});

const choiceLost = (table: string, column: string, choice: string): SeasonFault => ({
  name: `the choice “${choice}” of “${table}” is deleted and made again`,
  play: async (world) => {
    const cells = (await cellsOf(world, table, column)).filter(([, cell]) => cell === choice);
    await standsWhile(world, `“${choice}”`, {
      harm: () => world.staff.changeColumn(table, column, { choices: [{ name: choice, newName: null }] }),
      mend: async () => {
        await world.staff.changeColumn(table, column, { choices: [{ name: choice }] });
        await refill(world, table, column, cells);
      },
    });
  },
});

/** What staff do to columns and choices. */
export const columnFaults: readonly SeasonFault[] = [
  {
    name: 'a choice is renamed',
    play: async ({ staff, minutes }) => {
      const rename = (name: string, newName: string) =>
        staff.changeColumn(stories, 'Trạng thái', { choices: [{ name, newName }] });
      await rename('Công bố', 'Đã công bố');
      await minutes(2);
      await rename('Đã công bố', 'Công bố');
      await minutes(1);
    },
  },
  {
    name: 'a column is renamed',
    play: async ({ staff, minutes, setUpBase, faults: said }) => {
      await staff.changeColumn(stories, 'Tóm tắt', { name: 'Lời dẫn' });
      await minutes(2);
      const { created } = await setUpBase();
      if (created.length > 0) said.push(`a renamed column was made a second time: ${created.join()}`);
      await staff.changeColumn(stories, 'Lời dẫn', { name: 'Tóm tắt' });
      await minutes(1);
    },
  },
  {
    name: 'a column is deleted',
    play: async ({ staff, minutes, setUpBase }) => {
      await staff.deleteColumn(stories, 'Chú thích ảnh');
      await minutes(2);
      await setUpBase();
      await minutes(1);
    },
  },
  deleted(stories, 'Đồng ý công khai'),
  deleted(stories, 'Trạng thái'),
  deleted(nominations, 'Trạng thái'),
  retyped(stories, 'Đồng ý công khai', 'checkbox', 'singleLineText'),
  retyped(stories, 'Công bố từ', 'dateTime', 'checkbox'),
  retyped(stories, 'Tiêu chí', 'multipleSelects', 'number'),
  retyped(stories, 'Trạng thái', 'singleSelect', 'number'),
  choiceLost(stories, 'Trạng thái', 'Công bố'),
  choiceLost(nominations, 'Trạng thái', 'Đang kiểm tra'),
];
