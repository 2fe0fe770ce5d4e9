import { releaseKey } from '../../src/filing/releases/hold.ts';
import { decisionRow, pastedList } from '../../tests/fixtures/award-list.ts';
import { file, intakeTools } from '../../tests/fixtures/intake.ts';
import { goodNomination } from '../../tests/fixtures/nominations.ts';
import { codeIn } from './code-in.ts';
import type { Step } from './step.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

const [decisions, stories, releases] = ['Quyết định', 'Điển hình', 'Đợt công bố'] as const;
const release = 'Khen thưởng mùa thi đua';
/** Number of the decision of a season. */
export const decidedNumber = '77/QĐ-THU';
const dayMs = 24 * 60 * 60_000;
/** Collectives of the list that their units had nominated. */
const nominated = 3;

const honours = async ({ staff }: World) =>
  (await staff.rows(stories)).filter(({ fields }) => fields['Số quyết định'] === decidedNumber);

async function countTold({ db }: World, codes: readonly string[]): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from submissions where code = any($1) and state = 'da-co-quyet-dinh'`,
    [codes],
  );
  return rows[0]?.count ?? 0;
}

async function countReady({ db }: World): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*)::int as count from release_stories where release = $1 and ready',
    [releaseKey(release)],
  );
  return rows[0]?.count ?? 0;
}

/** The list of a decision becomes honours, told and shown in one minute. */
export const awardSteps: readonly Step[] = [
  {
    name: 'the list of a decision becomes honours, which one release tells and shows',
    play: async (world, { honours: count }) => {
      const { staff, db, faults, embargoes } = world;
      const codes: string[] = [];
      for (let at = 1; at <= nominated; at += 1) {
        const unit = { unitCode: 'khac', unitName: 'Đơn vị minh họa 01' };
        const answers = goodNomination({ name: `Phòng Thử nghiệm ${at}`, ...unit });
        codes.push(codeIn(await (await file(intakeTools(db), answers)).text()));
      }
      const at = new Date(Date.now() + dayMs);
      await staff.create(releases, [
        { Tên: release, 'Giờ công bố': at.toISOString(), 'Trạng thái': 'Đã chốt' },
      ]);
      const [id = ''] = await staff.create(decisions, [
        decisionRow({
          'Số quyết định': decidedNumber,
          'Danh sách': pastedList(count - nominated, nominated),
          'Sự đồng ý': 'Đã có văn bản đồng ý của tất cả',
          'Đợt công bố': release,
          'Tạo bài nháp': true,
        }),
      ]);
      world.ledger.honours += count;
      await until(world, async () => (await honours(world)).length >= count);
      const drafted = await honours(world);
      for (const { fields } of drafted) embargoes.set(String(fields['Mã']), at);
      await staff.change(decisions, id, { 'Duyệt các bài': true });
      await until(world, async () => (await countReady(world)) >= count);
      const early = await countTold(world, codes);
      if (early > 0) faults.push(`${early} units were told of the decision before its release`);
      await world.moveOn(dayMs);
      const shown = async () =>
        (await honours(world)).filter(({ fields }) => world.shown().has(String(fields['Mã']))).length;
      await until(world, async () => (await shown()) >= count);
      await world.minutes(4);
      const told = await countTold(world, codes);
      const counts = [drafted.length, (await honours(world)).length, await shown()];
      if (counts.some((one) => one !== count) || told !== nominated)
        faults.push(
          `${count} honours decided, ${counts.join(', ')} drafted, kept, shown; ${told} of ${nominated} units told`,
        );
    },
  },
];
