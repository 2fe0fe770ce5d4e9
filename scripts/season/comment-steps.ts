import { gopY } from '../../src/filing/definitions/gop-y.ts';
import { withdraw } from '../../src/filing/follow-up/withdraw.ts';
import { readShownVersions } from '../../src/progress/comments/server/shown.ts';
import { exampleAnswers } from '../../tests/fixtures/example-answers.ts';
import { file, intakeTools } from '../../tests/fixtures/intake.ts';
import { codeIn } from './code-in.ts';
import type { Step } from './step.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** Tables of the base. */
export const [lists, comments] = ['Lấy ý kiến', 'Góp ý'] as const;

/** The lists of the season: codes, and how long each is up. */
export const seasonLists = ['mua-dot-1', 'mua-dot-2'] as const;

/** What people can say of a list, as they post it and as staff read it. */
export const stances = [
  ['dong-y', 'Đồng ý'],
  ['khong-dong-y', 'Không đồng ý'],
  ['khac', 'Ý kiến khác'],
] as const;

const dayMs = 24 * 60 * 60_000;
const heading = 'Họ và tên\tĐơn vị';
/** The list as it is put up. */
const firstText = `${heading}\nNgười thử Một\tĐơn vị thử`;
/** The list after staff corrected a name. */
export const correctedText = `${heading}\nNgười thử Mốt\tĐơn vị thử`;

const listRow = (code: string, at: number, opensAt: Date) => ({
  'Mã đợt': code,
  Tên: `Danh sách mùa thi đua ${at + 1}`,
  'Mở lúc': opensAt.toISOString(),
  'Số ngày': 10 - 5 * at,
  'Cách tính ngày': at === 0 ? 'Ngày liên tục' : 'Ngày làm việc',
  'Căn cứ': 'Căn cứ thử.',
  'Cách góp ý khác': 'Gửi văn bản thử.',
  'Danh sách': firstText,
  'Áp dụng': true,
});

async function comment({ db }: World, to: string, stance: string, words: string, key: string) {
  const answers = exampleAnswers(gopY, { case: to, stance, content: words, submissionKey: key });
  const answer = await file(intakeTools(db), answers, {}, gopY.id);
  return { status: answer.status, code: answer.status === 201 ? codeIn(await answer.text()) : '' };
}

async function expectRefused(world: World, to: string, when: string): Promise<void> {
  const { status } = await comment(world, to, 'khac', `Góp ý ${when}.`, crypto.randomUUID());
  if (status !== 409) world.faults.push(`a comment ${when} on ${to} was answered ${status}`);
}

/** Comments on one of the lists: some are sent twice, some taken back. */
async function commentOnce(world: World, number: number): Promise<void> {
  const { random, ledger, faults, db } = world;
  const to = random.one(seasonLists) ?? seasonLists[0];
  const [stance] = random.one(stances) ?? stances[0];
  const key = crypto.randomUUID();
  const send = () => comment(world, to, stance, `Góp ý thứ ${number}.`, key);
  const { status, code } = await send();
  if (status !== 201) faults.push(`comment ${number}: ${status}`);
  if (number % 6 === 5 && (await send()).code !== code) faults.push(`comment ${number} became two`);
  const isWithdrawn = number % 5 === 4;
  if (isWithdrawn && (await withdraw(db, code)) !== 'done')
    faults.push(`comment ${number} was not taken back`);
  ledger.comments.push({ code, case: to, stance, isWithdrawn });
}

/** Lets time pass until the site was seen to show so many versions of the lists. */
async function untilSeen(world: World, versions: number): Promise<void> {
  const seen = async () => {
    const all = await Promise.all(seasonLists.map((id) => readShownVersions(world.db, id)));
    return all.flat().length;
  };
  await until(world, async () => (await seen()) === versions);
  if ((await seen()) !== versions)
    world.faults.push(`${await seen()} versions of lists were seen, not ${versions}`);
}

/** Lists of nominees are put up at a set minute, people comment, the time ends, staff sum up. */
export const commentSteps: readonly Step[] = [
  {
    name: 'two lists are put up for comment at a set minute; people comment while the base fails; a name is corrected',
    play: async (world, { comments: count }) => {
      const { staff, standIn, random } = world;
      const opensAt = new Date(Date.now() + dayMs);
      const [first = ''] = await staff.create(
        lists,
        seasonLists.map((code, at) => listRow(code, at, opensAt)),
      );
      await world.minutes(3);
      for (const code of seasonLists) await expectRefused(world, code, 'before its minute');
      if (world.shownLists().length > 0) world.faults.push('a list was shown before its minute');
      await world.moveOn(dayMs);
      await untilSeen(world, seasonLists.length);
      standIn.setFault(() => (random.happens(0.3) ? { kind: 'status', status: 500 } : null));
      for (let number = 0; number < count; number += 1) {
        await commentOnce(world, number);
        if (number % 10 === 9) await world.minutes(1);
      }
      standIn.setFault(null);
      await staff.change(lists, first, { 'Danh sách': correctedText });
      await untilSeen(world, seasonLists.length + 1);
    },
  },
  {
    name: 'the time for comments is over; staff read them and publish what became of them',
    play: async (world) => {
      const { staff } = world;
      await world.moveOn(16 * dayMs);
      await world.minutes(2);
      for (const code of seasonLists) await expectRefused(world, code, 'after its time');
      const rows = await staff.rows(comments);
      for (const [at, { id, fields }] of rows.entries())
        if (fields['Trạng thái'] === 'Mới tiếp nhận')
          await staff.change(comments, id, { 'Trạng thái': at % 9 === 8 ? 'Trùng lặp' : 'Đã trả lời' });
      for (const { id } of await staff.rows(lists))
        await staff.change(lists, id, { 'Kết quả tiếp thu': 'Đã xem xét các góp ý.' });
      await world.minutes(8);
    },
  },
];
