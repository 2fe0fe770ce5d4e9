import { withdraw } from '../../../src/filing/follow-up/withdraw.ts';
import { mayMove } from '../../../src/filing/moves.ts';
import {
  endsCase,
  feedbackStates,
  nominationStates,
  reportStates,
  stateById,
  tipStates,
} from '../../../src/filing/states.ts';
import { expect, syncOnce, test } from '../../fixtures/back-office.ts';
import { fileMany } from '../../fixtures/intake.ts';

const lists = { nominationStates, reportStates, feedbackStates, tipStates };

for (const [name, states] of Object.entries(lists))
  test(`${name}: a closed case can be opened again, and an open one may go anywhere`, () => {
    for (const from of states) {
      const next = states.filter((to) => to.id !== from.id && mayMove(from.id, to));
      expect(mayMove(from.id, from)).toBe(true);
      if (!endsCase(from)) expect(next).toHaveLength(states.length - 1);
      else {
        expect(next.length).toBeGreaterThan(0);
        expect(next.length).toBeLessThan(states.length - 1);
        // What is open again may reach every state.
        expect(next.some((to) => !endsCase(to))).toBe(true);
      }
    }
  });

test('nobody decides on what was withdrawn', () => {
  for (const from of ['rut-de-cu', 'rut-phieu'])
    for (const to of ['da-co-quyet-dinh', 'khong-du-dieu-kien', 'da-xac-nhan', 'da-tra-loi'])
      expect(mayMove(from, stateById(to))).toBe(false);
});

test('a move that makes no sense changes nothing at all, and the row says what to choose', async ({
  db,
  standIn,
  staff,
}) => {
  const [code = ''] = await fileMany(db, 1);
  await syncOnce(db, standIn);
  await withdraw(db, code);
  await syncOnce(db, standIn);
  const [row] = await staff.rows('Đề cử');
  const before = await db.query('select state, guidance, asked, reply from submissions');
  const change = (fields: Record<string, unknown>) => staff.change('Đề cử', row?.id ?? '', fields);
  await change({ 'Trạng thái': 'Đã có quyết định khen thưởng', 'Hướng dẫn bổ sung': 'Nhận bằng khen.' });
  await syncOnce(db, standIn);
  expect((await db.query('select state, guidance, asked, reply from submissions')).rows).toEqual(before.rows);
  const why = async () => (await staff.rows('Đề cử'))[0]?.fields['Vì sao'];
  expect(await why()).toContain(
    'phiếu đã kết thúc ở “Rút đề cử”, không chuyển thẳng sang “Đã có quyết định khen thưởng” được',
  );
  await change({ 'Trạng thái': 'Đang kiểm tra' });
  await syncOnce(db, standIn);
  await change({ 'Trạng thái': 'Đã có quyết định khen thưởng' });
  await syncOnce(db, standIn);
  expect((await db.query('select state from submissions')).rows).toEqual([{ state: 'da-co-quyet-dinh' }]);
  expect(await why()).toBeUndefined();
});

test('a decision that waits for its release is not released once the unit has withdrawn', async ({
  db,
  standIn,
  staff,
}) => {
  const [code = ''] = await fileMany(db, 2);
  await syncOnce(db, standIn);
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await staff.create('Đợt công bố', { Tên: 'Đợt 1', 'Giờ công bố': at, 'Trạng thái': 'Đã chốt' });
  for (const { id } of await staff.rows('Đề cử'))
    await staff.change('Đề cử', id, { 'Đợt công bố': 'Đợt 1', 'Trạng thái': 'Đã có quyết định khen thưởng' });
  await syncOnce(db, standIn);
  await withdraw(db, code);
  await syncOnce(db, standIn);
  await db.query(`update releases set release_at = now() - interval '1 second'`);
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
  const states = async () =>
    (await db.query<{ state: string }>('select state from submissions order by code = $1', [code])).rows.map(
      ({ state }) => state,
    );
  // The whole release waits until staff have read of it.
  expect(await states()).toEqual(['moi-tiep-nhan', 'rut-de-cu']);
  const kept = (await staff.rows('Đề cử')).find(({ fields }) => fields['Mã hồ sơ'] === code);
  expect(kept?.fields['Vì sao']).toContain('không chuyển thẳng sang');
  await staff.change('Đề cử', kept?.id ?? '', { 'Trạng thái': 'Rút đề cử' });
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
  expect(await states()).toEqual(['da-co-quyet-dinh', 'rut-de-cu']);
});
