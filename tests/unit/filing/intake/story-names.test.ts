import { findDuplicates } from '../../../../src/filing/delivery/find-duplicates.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

/** Names with `'` for an apostrophe and `-` for a hyphen, each in what people type for it; the y of `Kỹ` as i; a form of address. */
const names = ["K'Hà Lan", "Điểu K'Rứ", 'Ka-Sô Lít', 'Nguyễn Thị Kỹ', 'Trần Văn Hòa', "Ðiểu K'Mỹ-Lý"];
const spellings: readonly ((name: string) => string)[] = [
  ...["'", '’', '‘', 'ʼ', '´', '`', '′', '＇', '’ ', "' "].map(
    (sign) => (name: string) => name.replaceAll("'", sign),
  ),
  ...['‑', '–', ' ', ' - '].map((sign) => (name: string) => name.replaceAll('-', sign)),
  ...['Ông', 'Bà', 'Đồng chí', 'đ/c', 'ÔNG'].map((form) => (name: string) => `${form} ${name}`),
  (name) => name.normalize('NFD'),
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase().replaceAll(' ', '  '),
  (name) => name.replaceAll('ỹ', 'ĩ').replaceAll('ý', 'í'),
  (name) => name.replace('òa', 'oà'),
  (name) =>
    name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replaceAll('Đ', 'D')
      .replaceAll('Ð', 'D'),
];
const honoree = (id: string, name: string) =>
  storyRow({ Mã: id, Loại: 'Cá nhân', Tên: name, 'Số quyết định': '12/QĐ-UBND' });

async function earlierAwardsOf(db: Database, name: string): Promise<string[]> {
  const answers = goodNomination({ submissionKey: crypto.randomUUID(), summary: crypto.randomUUID(), name });
  const { code } = await (await file(intakeTools(db), answers)).json();
  const { rows } = await db.query('select code, form, answers from submissions where code = $1', [code]);
  const [found] = await findDuplicates(db, rows);
  return found?.earlierAwards.map(({ id }) => id).toSorted() ?? [];
}

test('a published name is found under every spelling of it, in the story and in the nomination', async ({
  db,
  standIn,
  staff,
}) => {
  for (const [index, name] of names.entries()) {
    await staff.create(stories, honoree(`VD-1${index}00`, name));
    const other = spellings[(index * 5 + 3) % spellings.length]?.(name) ?? name;
    await staff.create(stories, honoree(`VD-1${index}01`, other));
  }
  await staff.create(stories, honoree('VD-1900', 'Bà Rịa'));
  expect((await syncOnce(db, standIn)).problems).toEqual([]);
  expect((await db.query('select 1 from row_problems')).rowCount).toBe(0);
  for (const [index, name] of names.entries()) {
    for (const spelling of new Set(spellings.map((spell) => spell(name))))
      expect(await earlierAwardsOf(db, spelling), spelling).toEqual([`VD-1${index}00`, `VD-1${index}01`]);
  }
  for (const other of ['K Hà', 'Ka Sô', 'Rịa', 'Nguyễn Thị Kỷ Niệm']) {
    expect(await earlierAwardsOf(db, other), other).toEqual([]);
  }
});

test('a story that was stored without its key is compared from the next sync on, and a renamed one by its new name', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, honoree('VD-2000', "Điểu K'Rứ"));
  await syncOnce(db, standIn);
  await db.query('update stories set name_key = null');
  const { code } = await (await file(intakeTools(db), goodNomination({ name: 'Ông Điểu K’ Rứ' }))).json();
  // The row does not come again: nothing changed in it.
  expect((await syncOnce(db, standIn)).problems).toEqual([]);
  const said = (await staff.rows('Đề cử')).find(({ fields }) => fields['Mã hồ sơ'] === code);
  expect(said?.fields['Cảnh báo']).toContain('Trùng tên với VD-2000');
  await staff.change(stories, id, { Tên: 'Ka-Sô Lít' });
  await syncOnce(db, standIn);
  expect(await earlierAwardsOf(db, "Điểu K'Rứ")).toEqual([]);
  expect(await earlierAwardsOf(db, 'ka sô lit')).toEqual(['VD-2000']);
});
