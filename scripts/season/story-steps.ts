import { visit } from '../../tests/fixtures/preview-visits.ts';
import { isIn } from './change-some.ts';
import type { StaffRow } from './staff.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';

const [nominations, stories] = ['Đề cử', 'Điển hình'] as const;
const [decided, refused] = ['Đã có quyết định khen thưởng', 'Không đủ điều kiện'] as const;

const whyOf = async ({ staff }: World, table: string, id: string) =>
  String((await staff.rows(table)).find((row) => row.id === id)?.fields['Vì sao'] ?? '');

/** The draft that the sync made of a nomination, once it is there. */
async function draftOf(world: World, { id, fields }: StaffRow): Promise<StaffRow | undefined> {
  await world.staff.change(nominations, id, { 'Chọn làm điển hình': true });
  for (let wait = 0; wait < 5; wait += 1) {
    await world.minutes(2);
    const drafts = (await world.staff.rows(stories)).filter(
      (row) => row.fields['Mã hồ sơ'] === fields['Mã hồ sơ'],
    );
    if (drafts.length > 1) world.faults.push(`${fields['Mã hồ sơ']} has ${drafts.length} drafts`);
    if (drafts[0]?.fields['Xem trước']) return drafts[0];
  }
  world.faults.push(`${fields['Mã hồ sơ']} was chosen and got no draft`);
  return undefined;
}

/** Sends the draft to its unit, which answers, and lets staff publish it then. */
async function confirmAndPublish(world: World, { id, fields }: StaffRow, agrees: boolean): Promise<void> {
  const ready = { 'Số quyết định': '12/QĐ-THU', 'Trạng thái': 'Chờ xác nhận' };
  await world.staff.change(stories, id, ready);
  await world.minutes(2);
  if (world.shown().has(String(fields.Mã)))
    world.faults.push(`${fields.Mã} was shown before its unit agreed`);
  const answer = agrees ? 'co' : 'khong';
  const answered = await visit(world.db, String(fields['Link xác nhận']), {
    baiViet: answer,
    lienHe: answer,
  });
  if (answered.status !== 303) world.faults.push(`the answer of the unit was taken with ${answered.status}`);
  await world.staff.change(stories, id, { 'Đồng ý công khai': true, 'Trạng thái': 'Công bố' });
  const isShown = () => world.shown().has(String(fields.Mã));
  // A killed build is asked for again after the time that a build takes.
  for (let wait = 0; wait < (agrees ? 10 : 4) && !(agrees && isShown()); wait += 1) await world.minutes(4);
  if (isShown() === agrees) return;
  const why = await whyOf(world, stories, id);
  world.faults.push(
    `${fields.Mã} ${agrees ? 'is not shown' : 'is shown against the will of its unit'}; its row says “${why}”`,
  );
}

/** The way of a nomination to its story, and moves that are refused. */
export const storySteps: readonly Step[] = [
  {
    name: 'nominations become stories: one unit agrees to its draft, another objects',
    play: async (world) => {
      const rows = (await world.staff.rows(nominations)).filter(({ fields }) => isIn(decided)(fields));
      for (const [at, row] of rows.slice(0, 2).entries()) {
        const draft = await draftOf(world, row);
        if (draft) await confirmAndPublish(world, draft, at === 0);
      }
    },
  },
  {
    name: 'a closed case is moved on, refused, opened again and closed otherwise',
    play: async (world) => {
      const row = (await world.staff.rows(nominations)).findLast(({ fields }) => isIn(decided)(fields));
      if (!row) return;
      const move = async (state: string) => {
        await world.staff.change(nominations, row.id, { 'Trạng thái': state });
        await world.minutes(3);
        return whyOf(world, nominations, row.id);
      };
      const why = await move(refused);
      if (!why.includes('không chuyển thẳng sang')) world.faults.push(`a refused move says “${why}”`);
      for (const state of ['Đang thẩm định', refused]) {
        const left = await move(state);
        if (left !== '') world.faults.push(`the move to “${state}” says “${left}”`);
      }
    },
  },
];
