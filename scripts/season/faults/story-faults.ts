import { storyRow } from '../story-row.ts';
import type { World } from '../world.ts';
import { type SeasonFault, stories } from './season-fault.ts';
import { keepsSite, rowOf, saysSoon, soon, withStory } from './soon.ts';

/** Cells of a public row that hold what the site cannot use; `says`: what the row says of it, its column unless given. */
const mistyped: readonly { column: string; wrong: unknown; right: unknown; says?: string }[] = [
  { column: 'Tên', wrong: null, right: 'Mô hình thử lỗi' },
  { column: 'Tên', wrong: ' ', right: 'Mô hình thử lỗi' },
  { column: 'Tóm tắt', wrong: null, right: 'Tóm tắt thử.' },
  { column: 'Năm', wrong: 2025, right: 2026 },
  { column: 'Tên đơn vị', wrong: null, right: 'Đơn vị thử' },
  { column: 'Loại', wrong: 'Cá nhân', right: 'Mô hình' },
  { column: 'Đính chính', wrong: 'không có ngày', right: null },
  { column: 'Ảnh', wrong: [{ url: 'http://127.0.0.1:9/anh.jpg' }], right: [], says: 'ảnh chưa hiện' },
];

/** A story stays public while its row is changed by `change`, which the row answers with `words`. */
async function saysAndStays(
  world: World,
  { id, code }: { id: string; code: string },
  change: Record<string, unknown>,
  words: string,
): Promise<void> {
  await keepsSite(world, JSON.stringify(change), async () => {
    await world.staff.change(stories, id, change);
    await saysSoon(world, stories, id, words);
    if (!world.shown().has(code)) world.faults.push(`${code} went with ${JSON.stringify(change)}`);
  });
}

const restored = (
  name: string,
  between: number,
  again: (world: World, id: string, code: string) => Promise<string>,
): SeasonFault => ({
  name,
  play: (world) =>
    withStory(world, 'MH-9110', async (id) => {
      await world.staff.remove(stories, id);
      await world.minutes(between);
      const back = await again(world, id, 'MH-9110');
      await soon(world, `${name}: it is shown again`, async () => {
        const row = await rowOf(world, stories, back);
        return world.shown().has('MH-9110') && row?.fields['Trên trang'] === 'Đang hiện';
      });
      return back;
    }),
});

async function makeAgain({ staff }: World, _id: string, code: string): Promise<string> {
  const [id = ''] = await staff.create(stories, [storyRow(code, 'Mô hình làm lại')]);
  return id;
}

/** What staff do to rows of stories. */
export const storyFaults: readonly SeasonFault[] = [
  {
    name: 'cells of a public row are mistyped and mended',
    play: (world) =>
      withStory(world, 'MH-9104', async (id) => {
        await world.staff.change(stories, id, { 'Mô tả ảnh': 'Ảnh thử.', 'Nguồn ảnh': 'Đơn vị thử' });
        for (const { column, wrong, right, says = `“${column}”` } of mistyped) {
          await saysAndStays(world, { id, code: 'MH-9104' }, { [column]: wrong }, says);
          await world.staff.change(stories, id, { [column]: right });
          await saysSoon(world, stories, id, '');
        }
        return id;
      }),
  },
  {
    name: 'the code of a public row is typed over',
    play: (world) =>
      withStory(world, 'MH-9105', async (id) => {
        await saysAndStays(world, { id, code: 'MH-9105' }, { Mã: 'MH-9999' }, '“Mã”');
        await world.staff.change(stories, id, { Mã: 'MH-9105' });
        await saysSoon(world, stories, id, '');
        return id;
      }),
  },
  {
    name: 'a public row is copied',
    play: (world) =>
      withStory(world, 'MH-9106', async (id) => {
        const copy = { ...storyRow('MH-9106', 'Bản chép'), 'Trạng thái': 'Gỡ bỏ' };
        const [second = ''] = await world.staff.create(stories, [copy]);
        await saysSoon(world, stories, second, 'MH-9106');
        if (!world.shown().has('MH-9106')) world.faults.push('the copy of a row withdrew its story');
        await world.staff.remove(stories, second);
        await world.minutes(2);
        return id;
      }),
  },
  {
    name: 'a row is published without consent',
    play: async (world) => {
      const row = { ...storyRow('MH-9107', 'Chưa đồng ý'), 'Đồng ý công khai': false };
      const [id = ''] = await world.staff.create(stories, [row]);
      await saysSoon(world, stories, id, '“Đồng ý công khai”');
      if (world.shown().has('MH-9107')) world.faults.push('MH-9107 is shown without consent');
      await world.staff.remove(stories, id);
      await world.minutes(1);
    },
  },
  {
    name: 'the hour of an embargoed row is emptied and typed again',
    play: async (world) => {
      const at = new Date(Date.now() + 3 * 24 * 60 * 60_000);
      world.embargoes.set('MH-9108', at);
      const row = { ...storyRow('MH-9108', 'Hẹn giờ'), 'Trạng thái': 'Hẹn giờ' };
      const [id = ''] = await world.staff.create(stories, [{ ...row, 'Công bố từ': at.toISOString() }]);
      await world.minutes(2);
      await world.staff.change(stories, id, { 'Công bố từ': null });
      await saysSoon(world, stories, id, '“Công bố từ”');
      await world.staff.change(stories, id, { 'Công bố từ': at.toISOString() });
      await saysSoon(world, stories, id, '');
      await world.staff.remove(stories, id);
      await world.minutes(1);
      world.embargoes.delete('MH-9108');
    },
  },
  {
    name: 'a story is withdrawn by a renamed choice, and a row holds an unknown one',
    play: (world) =>
      withStory(world, 'MH-9109', async (id) => {
        const choose = (name: string, newName: string | null) =>
          world.staff.changeColumn(stories, 'Trạng thái', { choices: [{ name, newName }] });
        await choose('Chờ lãnh đạo', 'Chờ lãnh đạo');
        await saysAndStays(world, { id, code: 'MH-9109' }, { 'Trạng thái': 'Chờ lãnh đạo' }, 'Chờ lãnh đạo');
        await choose('Gỡ bỏ', 'Đã gỡ');
        await world.staff.change(stories, id, { 'Trạng thái': 'Đã gỡ', 'Lý do gỡ': 'Đơn vị đề nghị.' });
        await soon(world, 'a renamed choice withdraws', () => !world.shown().has('MH-9109'));
        await choose('Đã gỡ', 'Gỡ bỏ');
        await choose('Chờ lãnh đạo', null);
        await world.minutes(1);
        return id;
      }),
  },
  {
    name: 'a criterion that nobody knows is typed into a public row',
    play: (world) =>
      withStory(world, 'MH-9111', async (id) => {
        const name = '../100% thủ tục';
        const choose = (newName: string | null) =>
          world.staff.changeColumn(stories, 'Tiêu chí', { choices: [{ name, newName }] });
        await choose(name);
        await saysAndStays(world, { id, code: 'MH-9111' }, { 'Tiêu chí': ['ii-2', name] }, '“Tiêu chí”');
        await world.staff.change(stories, id, { 'Tiêu chí': ['ii-2'] });
        await saysSoon(world, stories, id, '');
        await choose(null);
        await world.minutes(1);
        return id;
      }),
  },
  restored('a public row is deleted and made again at once', 0, makeAgain),
  restored('a public row is deleted and made again later', 9, makeAgain),
  restored('a public row is deleted and taken out of the trash', 9, async ({ staff }, id) => {
    await staff.restore(stories, id);
    return id;
  }),
  {
    name: 'a draft is deleted and made again',
    play: async ({ staff, minutes }) => {
      const row = { ...storyRow('MH-9100', 'Làm lại'), 'Trạng thái': 'Nháp' };
      const [id = ''] = await staff.create(stories, [row]);
      await minutes(1);
      await staff.remove(stories, id);
      await staff.create(stories, [row]);
      await minutes(2);
    },
  },
];
