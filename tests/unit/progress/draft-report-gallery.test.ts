import { saveAdoptions } from '../../../src/gallery/adoptions/server/store.ts';
import type { Database } from '../../../src/platform/postgres.ts';
import { draftOf } from '../../../src/progress/reports/server/roll-up-tools.ts';
import { expect, test } from '../../fixtures/database.ts';
import { storing } from '../../fixtures/site-with-stories.ts';
import { honoree, model } from '../../fixtures/whole-rows.ts';
import { noCount, readWord } from '../../fixtures/word-report.ts';

const now = new Date('2027-02-01T05:00:00Z');

/** Honours and adoptions of two years, and of one that no report covers; the last of each nobody may see. */
async function storeGallery(db: Database): Promise<void> {
  const honour = (place: number, cells: Record<string, string | number>, reason = 'hien') => {
    const row = honoree(reason, place);
    return { ...row, cells: { ...row.cells, ...cells } };
  };
  await storing([
    model('hien', 0),
    model('hien', 1),
    honour(1, { awardForm: 'Giấy khen', year: 2026 }),
    honour(2, { awardForm: 'Giấy khen', year: 2026, kind: 'Cá nhân' }),
    honour(3, { awardForm: 'Bằng khen của Chủ tịch UBND thành phố', year: 2026 }),
    honour(4, { awardForm: 'Giấy khen', year: 2027, kind: 'Cá nhân' }),
    honour(5, { awardForm: 'Giấy khen', year: 2025 }),
    honour(6, { awardForm: 'Giấy khen', year: 2026 }, 'nhap'),
  ])(db);
  const adoption = (at: number, model: string, since: string, unitName: string) => ({
    recordId: `recad${at}`,
    fields: {
      model,
      unitName,
      since,
      unitCode: null,
      result: null,
      changed: null,
      indicators: [],
      documents: 0,
    },
    sample: false,
  });
  await saveAdoptions(db, [
    adoption(1, 'MH-7600', '2026-03', 'Đơn vị áp dụng A'),
    adoption(2, 'MH-7600', '2026-11', 'Đơn vị áp dụng B'),
    adoption(3, 'MH-7601', '2027-01', 'Đơn vị áp dụng A'),
    adoption(4, 'MH-7601', '2025-12', 'Đơn vị áp dụng C'),
    adoption(5, 'MH-7606', '2026-05', 'Đơn vị áp dụng D'),
  ]);
}

for (const [occasion, years, wanted] of [
  ['nam', [2026], { honours: 3, persons: 1, adoptions: 2, models: 1, units: 2 }],
  ['so-ket', [2026, 2027], { honours: 4, persons: 2, adoptions: 3, models: 2, units: 2 }],
] as const) {
  test(`the draft report counts honours and adoptions of its years, each in its table: ${occasion}`, async ({
    db,
  }) => {
    await storeGallery(db);
    const word = readWord(await draftOf(db, { years: [...years], occasion }, now, false));
    for (const said of word.unsourced) expect(said.replaceAll(noCount, ''), said).not.toMatch(/\d/);
    const countsOf = (to: string) =>
      word.sourced
        .filter((one) => one.to === to)
        .map(({ text }) => Number(/^\d+/.exec(text)?.[0]))
        .filter((value) => !Number.isNaN(value));
    const { honours, persons, adoptions, models, units } = wanted;
    expect(countsOf('khen-thuong').slice(0, 3)).toEqual([honours, honours - persons, persons]);
    expect(
      countsOf('khen-thuong')
        .slice(3)
        .reduce((sum, value) => sum + value, 0),
      'by form of award',
    ).toBe(honours);
    expect(countsOf('nhan-rong')).toEqual([adoptions, models, units]);
    const listed = (code: RegExp) => word.rows.filter((cells) => cells.some((cell) => code.test(cell)));
    expect(listed(/\(VD-76\d\d\)/)).toHaveLength(honours);
    expect(listed(/\(MH-76\d\d\)/)).toHaveLength(adoptions);
    expect(word.text).not.toMatch(/VD-760[56]|áp dụng [CD]\b/);
  });
}
