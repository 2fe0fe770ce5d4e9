import { expect, test } from '@playwright/test';
import { readAdoptionRow } from '../../../src/gallery/adoptions/record.ts';
import { readStoryRow } from '../../../src/gallery/stories/record.ts';
import { readFiling } from '../../../src/progress/record.ts';
import { nameKey } from '../../../src/vietnamese/name-key.ts';
import { formerNamesOf } from '../../../src/vocabulary/former-unit-names.ts';
import { unitSaid } from '../../../src/vocabulary/unit-said.ts';
import { units } from '../../../src/vocabulary/units.ts';

const codeOf = (code: string | null, name: string | null) => {
  const said = unitSaid(code, name);
  if (said.is === 'listed') return said.unit.code;
  return said.is === 'doubtful' ? said.doubt : null;
};

/** Ways in which people write the name of one unit. */
const spellings = (name: string) => [
  name,
  name.toUpperCase(),
  `  ${name} `,
  name.normalize('NFD'),
  name.replace(/^UBND/, 'Ủy ban nhân dân'),
  name.replace(/^UBND/, 'Uỷ ban nhân dân'),
];

test('every listed unit is known by its code and by its name, whatever stands in the other cell, and never as another', () => {
  for (const { code, name } of units) {
    for (const way of spellings(name))
      for (const typed of [null, '', code, ` ${code.toUpperCase()} `, 'khac', 'doanh-nghiep', `${code}x`])
        expect(codeOf(typed, way), `${typed} ${way}`).toBe(code);
    expect(codeOf(code, null)).toBe(code);
    expect(codeOf(name, null)).toBe(code);
    expect(codeOf(code, `Phòng Thử nghiệm, ${name}`)).toBe(code);
  }
});

test('a code and a name of two units are told and decide nothing', () => {
  for (const [at, { code }] of units.entries())
    expect(codeOf(code, units[(at + 1) % units.length]?.name ?? null), code).toBe('two');
});

test('a former name is certain only where one unit has it and none of today is called so', () => {
  const holders = new Map<string, Set<string>>();
  for (const [code, names] of formerNamesOf)
    for (const { name } of names) holders.set(name, (holders.get(name) ?? new Set()).add(code));
  for (const [name, codes] of holders) {
    const said = unitSaid('', name);
    if (said.is === 'listed')
      expect(
        nameKey(said.unit.name) === nameKey(`UBND ${name}`) ? [said.unit.code] : [...codes],
        name,
      ).toEqual([said.unit.code]);
    else expect(said, name).toMatchObject({ is: 'doubtful', why: expect.stringContaining(name) });
  }
  for (const [name, code] of [
    ['Sở Kế hoạch và Đầu tư', 'so-tai-chinh'],
    ['Sở Lao động - Thương binh và Xã hội', 'near'],
    ['UBND phường Tân Tiến', 'near'],
    ['UBND huyện Long Thành', 'near'],
    ['UBND xã Trấn Biên', 'near'],
  ] as const)
    expect(codeOf('', name), name).toBe(code);
});

test('a unit outside the list is one where somebody said so; all else is told', () => {
  for (const name of ['Công ty Thử', 'Hội Thử nghiệm', 'Công an', 'Đoàn Thanh niên'])
    for (const code of ['khac', 'doanh-nghiep']) expect(codeOf(code, name), name).toBeNull();
  expect(codeOf('', 'Hợp tác xã Thử')).toBeNull();
  expect(codeOf('', 'Công an')).toBe('cong-an-thanh-pho');
  expect(codeOf('', 'Sở Nội vự')).toBe('far');
  expect(codeOf('so-noivu', 'Tổ Thử nghiệm')).toBe('code');
  expect(codeOf('minh-hoa-thu', 'Sở Minh họa')).toBeNull();
});

const state = 'Đã xác nhận';
/** A row of each table whose unit is a pair of cells: code and name. */
const readers = {
  report: (cells: object) =>
    readFiling('bao-cao-nam', { recordId: 'r', cells: { state, year: '2026', ...cells } }),
  plan: (cells: object) => readFiling('ke-hoach-don-vi', { recordId: 'r', cells: { state, ...cells } }),
  adoption: (cells: object) =>
    readAdoptionRow({
      recordId: 'r',
      cells: { state, consent: true, model: 'MH-0001', since: '7/2026', ...cells },
    }),
  story: (cells: object) =>
    readStoryRow({
      recordId: 'r',
      cells: {
        state: 'Công bố',
        consent: true,
        id: 'MH-0001',
        kind: 'Mô hình',
        name: 'Mô hình thử',
        summary: 'Tóm tắt.',
        year: 2026,
        ...cells,
      },
    }),
};

for (const [table, read] of Object.entries(readers)) {
  test(`a row of a ${table} knows its unit by name, and says what it does not know`, () => {
    for (const unitCode of [undefined, 'so-noivu', 'khac', 'so-noi-vu'])
      expect(JSON.stringify(read({ unitCode, unitName: 'Sở Nội vụ' })), unitCode).toContain(
        '"unitCode":"so-noi-vu"',
      );
    for (const [unitCode, unitName] of [
      ['so-noi-vu', 'Sở Tài chính'],
      [undefined, 'Sở Thông tin và Truyền thông'],
      ['so-noivu', 'Tổ Thử nghiệm'],
    ])
      expect(JSON.stringify(read({ unitCode, unitName })), unitName).toMatch(
        /(?:mã là của|chưa rõ|không có đơn vị mang mã)/,
      );
    expect(JSON.stringify(read({ unitCode: 'khac', unitName: 'Tổ Thử nghiệm' }))).not.toMatch(
      /danh sách|danh mục|unitCode":"so/,
    );
  });
}
