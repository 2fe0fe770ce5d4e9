import { decisionSheet } from '../../../../src/back-office/awards/decision-sheet.ts';
import { findDecision } from '../../../../src/back-office/awards/find-decision.ts';
import { decisionRow } from '../../../fixtures/award-list.ts';
import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';

const siteUrl = 'https://thi-dua.example.vn';
const plain = 'Tên\tĐơn vị\nPhòng Thử nghiệm 1\tĐơn vị minh họa 01\nPhòng Thử nghiệm 2\tĐơn vị minh họa 02';
const withAward =
  'Tên\tĐơn vị\tHình thức khen thưởng\nPhòng Thử nghiệm 1\tĐơn vị minh họa 01\tGiấy khen\nPhòng Thử nghiệm 2\tĐơn vị minh họa 02\tBằng khen của Chủ tịch Ủy ban nhân dân thành phố';

for (const [list, awards] of [
  [plain, null],
  [withAward, ['Giấy khen', '']],
] as const)
  test(`the page of a list has the columns that say something: ${awards ? 'an award of its own in a line' : 'one award for all'}`, async ({
    db,
    standIn,
    staff,
  }) => {
    const id = await staff.create('Quyết định', decisionRow({ 'Danh sách': list }));
    for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn, { siteUrl });
    const found = await findDecision(db, id);
    if (!found) throw new Error('No decision.');
    const { tables, facts } = decisionSheet(found, siteUrl);
    const all = tables.at(-1);
    const columns = all?.columns ?? [];
    expect(columns.slice(0, 4)).toEqual(['Tên', 'Ở đâu', 'Loại', 'Chức vụ, đơn vị']);
    expect(columns).not.toContain('Đề cử');
    for (const row of all?.rows ?? []) expect(row).toHaveLength(columns.length);
    const at = columns.indexOf('Hình thức riêng');
    expect(at >= 0 ? all?.rows.map((row) => row[at]) : null).toEqual(awards);
    expect(facts[0]?.[0]).toBe('Cần xem');
  });
