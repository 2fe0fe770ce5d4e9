import type { Database } from '../../../src/platform/postgres.ts';
import { expect, syncOnce, test } from '../../fixtures/back-office.ts';
import { baseChanges } from '../../fixtures/change-base.ts';
import { fileMany } from '../../fixtures/intake.ts';
import {
  comeDue,
  decided,
  justNow,
  later,
  nominations,
  plan,
  releases,
  statesOf,
} from '../../fixtures/releases.ts';

const omissions: readonly {
  name: string;
  release?: Record<string, unknown>;
  afterwards?: (tools: {
    db: Database;
    base: ReturnType<typeof baseChanges>;
    change: (table: string, fields: Record<string, unknown>) => Promise<void>;
  }) => Promise<void>;
  says: RegExp;
}[] = [
  { name: 'a release without a time', release: { 'Giờ công bố': null }, says: /Giờ công bố.*còn trống/ },
  {
    name: 'a release that is not confirmed',
    release: { 'Trạng thái': 'Đang soạn', 'Giờ công bố': justNow() },
    says: /^$/,
  },
  {
    name: 'a time of last week',
    release: { 'Giờ công bố': new Date(Date.now() - 7 * 86_400_000).toISOString() },
    says: /đã qua hơn một ngày/,
  },
  {
    name: 'a misspelt name',
    afterwards: ({ change }) => change(nominations, { 'Đợt công bố': 'Đợt 11' }),
    says: /không có đợt nào tên như vậy/,
  },
  {
    name: 'a cleared cell',
    afterwards: ({ change }) => change(nominations, { 'Đợt công bố': null }),
    says: /đã bị xóa/,
  },
  {
    name: 'a deleted release',
    afterwards: async ({ db, base }) => {
      const { rows } = await db.query<{ id: string }>('select record_id as id from releases');
      await base.deleteRow(releases, String(rows[0]?.id));
    },
    says: /không có đợt nào/,
  },
];

for (const { name, release = {}, afterwards, says } of omissions)
  test(`nothing is released by an omission: ${name}`, async ({ db, standIn, staff }) => {
    await fileMany(db, 1);
    await syncOnce(db, standIn);
    const base = baseChanges(standIn);
    const change = async (table: string, fields: Record<string, unknown>) => {
      for (const { id } of await staff.rows(table)) await staff.change(table, id, fields);
    };
    await staff.create(releases, { ...plan, 'Giờ công bố': later(), ...release });
    await change(nominations, { 'Đợt công bố': plan.Tên, 'Trạng thái': decided });
    await syncOnce(db, standIn);
    await afterwards?.({ db, base, change });
    await syncOnce(db, standIn);
    if (release['Giờ công bố'] === undefined) await comeDue(db);
    for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
    expect(await statesOf(db)).toEqual(['moi-tiep-nhan']);
    const rows = [...(await staff.rows(nominations)), ...(await staff.rows(releases))];
    expect(rows.map(({ fields }) => fields['Vì sao'] ?? '').join('')).toMatch(says);
  });
