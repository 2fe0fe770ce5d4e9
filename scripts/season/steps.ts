import { changeSome, isIn } from './change-some.ts';
import { nominate } from './nominate.ts';
import { quietSteps } from './quiet-steps.ts';
import type { Step } from './step.ts';
import { storyRow } from './story-row.ts';
import { storySteps } from './story-steps.ts';

const nominations = 'Đề cử';
const stories = 'Điển hình';
const dayMs = 24 * 60 * 60_000;

const codeOf = (number: number) => `MH-${String(1_000 + number)}`;

/** The steps of a season, in their order. A new feature adds its steps here, and what must hold to `invariants.ts`. */
export const steps: readonly Step[] = [
  {
    name: 'units nominate',
    play: async (world, { nominations: count }) => {
      for (let number = 0; number < count; number += 1) {
        await nominate(world, number);
        if (number % 20 === 19) await world.minutes(1);
      }
      await world.minutes(2);
    },
  },
  {
    name: 'staff review and ask back',
    play: async (world, { nominations: count }) => {
      const half = Math.ceil(count / 2);
      await changeSome(world, nominations, {
        count: half,
        where: isIn('Mới tiếp nhận'),
        fields: { 'Trạng thái': 'Đang kiểm tra' },
      });
      await changeSome(world, nominations, {
        count: Math.ceil(count / 10),
        where: isIn('Mới tiếp nhận'),
        fields: { 'Trạng thái': 'Yêu cầu bổ sung', 'Hướng dẫn bổ sung': 'Bổ sung số liệu.' },
      });
      await world.minutes(2);
    },
  },
  {
    name: 'staff draft stories under embargo',
    play: async (world, { stories: count }) => {
      const from = new Date(Date.now() + 2 * dayMs);
      const rows = Array.from({ length: count }, (_, number) => ({
        ...storyRow(codeOf(number), `Mô hình mùa thi đua ${number}`),
        'Trạng thái': 'Hẹn giờ',
        'Công bố từ': from.toISOString(),
      }));
      for (let number = 0; number < count; number += 1) world.embargoes.set(codeOf(number), from);
      await world.staff.create(stories, rows);
      await world.minutes(3);
      if (world.shown().size > 0) world.faults.push('an embargo was broken');
    },
  },
  {
    name: 'the hour of release comes',
    play: async (world, { stories: count }) => {
      await world.moveOn(2 * dayMs);
      // A killed build is asked for again after the time that a build takes.
      for (let wait = 0; wait < 6 && world.shown().size < count; wait += 1) await world.minutes(4);
      if (world.shown().size !== count)
        world.faults.push(`${world.shown().size} of ${count} stories were released`);
    },
  },
  {
    name: 'a story is corrected, one is withdrawn, one loses its consent, one is postponed',
    play: async (world) => {
      const fields = [
        { 'Tóm tắt': 'Tóm tắt đã sửa.' },
        { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': 'Đơn vị đề nghị.' },
        { 'Đồng ý công khai': false },
        { 'Trạng thái': 'Nháp' },
      ];
      const rows = await world.staff.rows(stories);
      for (const [at, change] of fields.entries()) {
        const row = rows[at];
        if (row) await world.staff.change(stories, row.id, change);
        await world.minutes(1);
      }
      await world.minutes(3);
    },
  },
  ...quietSteps,
  ...storySteps,
  {
    name: 'rows that cannot be shown are pasted',
    play: async (world) => {
      const rows = [
        { ...storyRow('MH-9001', 'Không tóm tắt'), 'Tóm tắt': null },
        { ...storyRow('không phải mã', 'Mã sai') },
        { ...storyRow('MH-9003', 'Hẹn giờ mà không ghi giờ'), 'Trạng thái': 'Hẹn giờ' },
      ];
      await world.staff.create(stories, rows);
      await world.minutes(2);
    },
  },
];
