import { phanHoi } from '../../src/filing/definitions/phan-hoi.ts';
import { readPublicAnswers } from '../../src/filing/public-answers/store.ts';
import { recordAnswer } from '../../src/gallery/previews/server/answers.ts';
import { takeDown } from '../../src/gallery/stories/server/takedowns.ts';
import { exampleAnswers } from '../../tests/fixtures/example-answers.ts';
import { file, intakeTools } from '../../tests/fixtures/intake.ts';
import { changeSome, isIn } from './change-some.ts';
import type { Step } from './step.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

const dayMs = 24 * 60 * 60_000;
const release = 'Đợt 1';
const decided = 'da-co-quyet-dinh';
/** Of 200 nominations, 60 are decided. */
const share = 0.3;

async function countDecided({ db }: World): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*)::int as count from submissions where state = $1',
    [decided],
  );
  return rows[0]?.count ?? 0;
}

async function checkPublicAnswers({ db, faults }: World, expected: number, when: string): Promise<void> {
  const shown = await readPublicAnswers(db);
  if (shown.length !== expected) faults.push(`${shown.length} answers are public ${when}, not ${expected}`);
}

/** A story that the site shows and that had a private address before. */
async function previewed({ db, shown }: World): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    'select id from story_previews where id = any($1) order by id',
    [[...shown()]],
  );
  return rows[0]?.id;
}

/** What staff prepare in silence, and what must be gone at once. */
export const quietSteps: readonly Step[] = [
  {
    name: 'staff decide quietly, and all is released in one minute',
    play: async (world, { nominations: count }) => {
      const at = new Date(Date.now() + dayMs);
      const row = { Tên: release, 'Giờ công bố': at.toISOString(), 'Trạng thái': 'Đã chốt' };
      await world.staff.create('Đợt công bố', [row]);
      const before = await countDecided(world);
      const wanted = Math.ceil(count * share);
      await changeSome(world, 'Đề cử', {
        count: wanted,
        where: isIn('Đang kiểm tra'),
        fields: { 'Đợt công bố': release, 'Trạng thái': 'Đã có quyết định khen thưởng' },
      });
      await world.minutes(4);
      const early = (await countDecided(world)) - before;
      if (early !== 0) world.faults.push(`${early} decisions were told before their release`);
      await world.moveOn(dayMs);
      await world.minutes(4);
      const told = (await countDecided(world)) - before;
      if (told !== wanted) world.faults.push(`${told} of ${wanted} decisions were released`);
      const [held] = (await world.staff.rows('Đợt công bố')).map(({ fields }) => fields['Đã quyết định']);
      if (held !== `${wanted}/${wanted} đề cử`) world.faults.push(`the release says ${String(held)}`);
    },
  },
  {
    name: 'a question is answered in public, and taken back',
    play: async (world) => {
      const answers = exampleAnswers(phanHoi, { unitName: 'Hợp tác xã mùa thi đua', publicConsent: true });
      await file(intakeTools(world.db), answers, {}, 'phan-hoi');
      await world.minutes(2);
      const fields = {
        'Trạng thái': 'Đã trả lời',
        'Câu hỏi công khai': 'Báo cáo gửi về đâu?',
        'Trả lời công khai': 'Gửi về Sở Nội vụ.',
        'Đăng ở Hỏi đáp': true,
      };
      await changeSome(world, 'Phản hồi', { count: 1, where: () => true, fields });
      await world.minutes(3);
      await checkPublicAnswers(world, 1, 'after staff answered');
      await changeSome(world, 'Phản hồi', {
        count: 1,
        where: () => true,
        fields: { 'Đăng ở Hỏi đáp': false },
      });
      await world.minutes(3);
      await checkPublicAnswers(world, 0, 'after staff took it back');
    },
  },
  {
    name: 'a unit objects to its story, and another is taken down without the base',
    play: async (world) => {
      const id = await previewed(world);
      if (id)
        await recordAnswer(world.db, id, { name: false, photo: null, contact: null, words: '', seen: '' });
      const down = [...world.shown()].find((one) => one !== id);
      if (down) await takeDown(world.db, down, 'Gỡ khẩn cấp trong mùa thử.');
      const shown = () => [id, down].filter((one) => one !== undefined && world.shown().has(one));
      await world.minutes(9);
      // A killed build is asked for again after the time that a build takes.
      await until(world, async () => shown().length === 0);
      world.faults.push(...shown().map((one) => `${one} is still shown`));
    },
  },
];
