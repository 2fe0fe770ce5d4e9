import { waitingRows } from '../../../src/back-office/waiting-rows.ts';
import { askedAgain } from '../../../src/filing/follow-up/information-request.ts';
import { withdraw } from '../../../src/filing/follow-up/withdraw.ts';
import { answerWith } from '../../../tests/fixtures/after-filing.ts';
import type { World } from '../world.ts';
import { erase, type Filed, leavesTheBase, newNomination } from './new-nomination.ts';
import { nominations, type SeasonFault } from './season-fault.ts';
import { rowOf, saysSoon, soon } from './soon.ts';

async function stateOf({ db }: World, code: string): Promise<string | undefined> {
  const { rows } = await db.query<{ state: string }>('select state from submissions where code = $1', [code]);
  return rows[0]?.state;
}

const cellOf = async (world: World, id: string, column: string) =>
  (await rowOf(world, nominations, id))?.fields[column];

/** Staff ask some questions again; resolves once the unit can answer. */
async function askAgain(world: World, { code, row }: Filed, questions: string[]) {
  await world.staff.change(nominations, row.id, {
    'Trạng thái': 'Yêu cầu bổ sung',
    'Câu cần trả lời lại': questions,
    'Hướng dẫn bổ sung': 'Ghi rõ hơn.',
  });
  await soon(world, `${code} is asked again`, async () => (await stateOf(world, code)) === 'yeu-cau-bo-sung');
}

/** What staff and units do to filed rows. */
export const filingFaults: readonly SeasonFault[] = [
  {
    name: 'a nomination is copied',
    play: async ({ staff, minutes }) => {
      const [row] = await staff.rows(nominations);
      if (!row) return;
      const copy = { 'Mã hồ sơ': row.fields['Mã hồ sơ'], 'Trạng thái': 'Không đủ điều kiện' };
      const [id = ''] = await staff.create(nominations, [copy]);
      await minutes(2);
      await staff.remove(nominations, id);
      await minutes(1);
    },
  },
  {
    name: 'the row of a nomination is deleted and taken out of the trash',
    play: async (world) => {
      const { code, row } = await newNomination(world);
      await world.staff.remove(nominations, row.id);
      const isTold = async () =>
        (await waitingRows(world.db)).some((one) => one.code === code && one.why.includes('không còn'));
      await soon(world, `staff read that the row of ${code} is gone`, isTold);
      await world.staff.restore(nominations, row.id);
      await world.staff.type(nominations, row.id, { 'Trạng thái': 'Đang kiểm tra' });
      await soon(
        world,
        `${code} goes on after its row was restored`,
        async () => !(await isTold()) && (await stateOf(world, code)) === 'dang-kiem-tra',
      );
    },
  },
  {
    name: 'the code of a nomination is typed over',
    play: async (world) => {
      const { code, row } = await newNomination(world);
      await world.staff.type(nominations, row.id, { 'Mã hồ sơ': `${code}x` });
      await saysSoon(world, nominations, row.id, '“Mã hồ sơ”');
      await world.staff.type(nominations, row.id, { 'Mã hồ sơ': code });
      await saysSoon(world, nominations, row.id, '');
    },
  },
  {
    name: 'a nomination is erased after staff typed over its code',
    play: async (world) => {
      const one = await newNomination(world);
      await world.staff.type(nominations, one.row.id, { 'Mã hồ sơ': `${one.code}x` });
      await erase(world, one);
      await leavesTheBase(world, one);
    },
  },
  {
    name: 'staff and unit change the same answers while the base is away',
    play: async (world) => {
      const one = await newNomination(world);
      const { id } = one.row;
      await world.staff.type(nominations, id, { 'Sơ lược': 'Cán bộ sửa.', 'Thành tích': 'Cán bộ sửa nữa.' });
      await askAgain(world, one, ['Sơ lược', 'Đối tượng']);
      world.standIn.setFault(() => ({ kind: 'status', status: 500 }));
      const changed = { summary: 'Đơn vị sửa.', name: one.name };
      const answer = await answerWith(world.db, one.code, changed);
      if (answer.status >= 400) world.faults.push(`the supplement of ${one.code}: ${answer.status}`);
      await world.minutes(2);
      world.standIn.setFault(null);
      await saysSoon(world, nominations, id, '“Đơn vị sửa.”');
      if ((await cellOf(world, id, 'Sơ lược')) !== 'Cán bộ sửa.')
        world.faults.push('an edit of staff was lost');
      if ((await cellOf(world, id, 'Thành tích')) !== 'Cán bộ sửa nữa.')
        world.faults.push('an edit of staff in an answer that nobody asked was lost');
      await world.staff.type(nominations, id, { 'Sơ lược': 'Đơn vị sửa.' });
      await saysSoon(world, nominations, id, '');
    },
  },
  {
    name: 'a decision of staff crosses the answer of the unit',
    play: async (world) => {
      const one = await newNomination(world);
      await askAgain(world, one, ['Sơ lược']);
      await answerWith(world.db, one.code, { summary: 'Trả lời muộn.' });
      await world.staff.change(nominations, one.row.id, { 'Trạng thái': 'Đang thẩm định' });
      await soon(
        world,
        `the decision on ${one.code} stands, and its answer arrives`,
        async () =>
          (await stateOf(world, one.code)) === 'dang-tham-dinh' &&
          (await cellOf(world, one.row.id, 'Trạng thái')) === 'Đang thẩm định' &&
          (await cellOf(world, one.row.id, 'Sơ lược')) === 'Trả lời muộn.',
      );
    },
  },
  {
    name: 'a unit withdraws while staff decide',
    play: async (world) => {
      const { code, row } = await newNomination(world);
      await withdraw(world.db, code);
      await world.staff.change(nominations, row.id, { 'Trạng thái': 'Đã có quyết định khen thưởng' });
      await soon(
        world,
        `the decision on ${code} stands though its unit withdrew`,
        async () =>
          (await stateOf(world, code)) === 'da-co-quyet-dinh' &&
          (await cellOf(world, row.id, 'Trạng thái')) === 'Đã có quyết định khen thưởng',
      );
    },
  },
  {
    name: 'the name of a question is changed, and the question is asked',
    play: async (world) => {
      const rename = (name: string, newName: string) =>
        world.staff.changeColumn(nominations, 'Câu cần trả lời lại', { choices: [{ name, newName }] });
      await rename('Sơ lược', 'Tóm lược');
      const one = await newNomination(world);
      await askAgain(world, one, ['Tóm lược']);
      const asked = await askedAgain(world.db, one.code);
      if (!JSON.stringify(asked).includes('summary'))
        world.faults.push(`${one.code}: the renamed question is not asked: ${JSON.stringify(asked)}`);
      await rename('Tóm lược', 'Sơ lược');
      await world.minutes(1);
    },
  },
];
