import { file, intakeTools } from '../../tests/fixtures/intake.ts';
import { goodNomination } from '../../tests/fixtures/nominations.ts';
import { storyRow } from '../season/story-row.ts';
import type { World } from '../season/world.ts';

/** A picture of a row on the page of the stand-in. */
export interface Picture {
  /** Name of its file. */
  name: string;
  table: string;
  /** Brings the base to where it is to be shown; resolves with the row, or null for the form of a new one. */
  prepare: (world: World) => Promise<string | null>;
  /** The columns that are shown. */
  columns: readonly string[];
  /** Shown as a row to read, not as a form. */
  isRead?: true;
  /** What is typed into the form before. */
  typed?: Readonly<Record<string, string | true>>;
}

const stories = 'Điển hình';
const nominations = 'Đề cử';
const releases = 'Đợt công bố';
const dayMs = 24 * 60 * 60_000;

const model = (code: string, name: string, changes: Record<string, unknown> = {}) => ({
  ...storyRow(code, name),
  'Tóm tắt': 'Một hai câu nói mô hình làm gì, được gì.',
  'Tên đơn vị': 'Đơn vị minh họa',
  ...changes,
});

async function nominate({ db }: World, name: string): Promise<void> {
  const answer = await file(intakeTools(db), goodNomination({ name, unitName: 'Đơn vị minh họa' }));
  if (answer.status !== 201) throw new Error(`The nomination was answered ${answer.status}.`);
}

const rowOf = async ({ staff }: World, table: string, column: string, value: string) => {
  const row = (await staff.rows(table)).find(({ fields }) => fields[column] === value);
  if (!row) throw new Error(`“${table}” has no row with “${value}” in “${column}”.`);
  return row.id;
};

/** Every picture of the guide, in the order in which they are taken: each begins where the one before ended. */
export const pictures: readonly Picture[] = [
  {
    name: 'hang-moi',
    table: stories,
    prepare: async () => null,
    typed: {
      Mã: 'MH-0101',
      Loại: 'Mô hình',
      Tên: 'Mô hình minh họa',
      'Tóm tắt': 'Một hai câu nói mô hình làm gì, được gì.',
    },
    columns: ['Mã', 'Loại', 'Tên', 'Tóm tắt'],
  },
  {
    name: 'trang-thai',
    table: stories,
    prepare: async () => null,
    typed: { 'Đồng ý công khai': true, 'Trạng thái': 'Công bố' },
    columns: ['Đồng ý công khai', 'Trạng thái'],
  },
  {
    name: 'vi-sao',
    table: stories,
    prepare: async (world) => {
      const row = model('MH-0101', 'Mô hình minh họa', { 'Đồng ý công khai': false, 'Tóm tắt': null });
      const [id = ''] = await world.staff.create(stories, [row]);
      await world.minutes(3);
      return id;
    },
    columns: ['Tên', 'Trạng thái', 'Trên trang', 'Vì sao'],
    isRead: true,
  },
  {
    name: 'dang-hien',
    table: stories,
    prepare: async (world) => {
      const id = await rowOf(world, stories, 'Mã', 'MH-0101');
      const mended = { 'Đồng ý công khai': true, 'Tóm tắt': 'Một hai câu nói mô hình làm gì, được gì.' };
      await world.staff.change(stories, id, mended);
      for (let wait = 0; wait < 5 && world.shown().size === 0; wait += 1) await world.minutes(4);
      await world.minutes(2);
      return id;
    },
    columns: ['Tên', 'Trạng thái', 'Trên trang', 'Địa chỉ', 'Lên trang lúc'],
    isRead: true,
  },
  {
    name: 'hoi-lai',
    table: nominations,
    prepare: async (world) => {
      await nominate(world, 'Tổ minh họa 1');
      await nominate(world, 'Tổ minh họa 2');
      await world.minutes(2);
      return rowOf(world, nominations, 'Đối tượng', 'Tổ minh họa 1');
    },
    typed: {
      'Trạng thái': 'Yêu cầu bổ sung',
      'Hướng dẫn bổ sung': 'Ghi thêm số liệu trước khi làm, để thấy được kết quả.',
    },
    columns: ['Mã hồ sơ', 'Trạng thái', 'Hướng dẫn bổ sung'],
  },
  {
    name: 'dot-cong-bo',
    table: releases,
    prepare: async (world) => {
      const name = 'Đợt minh họa';
      const at = new Date(Date.now() + dayMs).toISOString();
      const [id = ''] = await world.staff.create(releases, [
        { Tên: name, 'Giờ công bố': at, 'Trạng thái': 'Đang soạn' },
      ]);
      for (const named of ['Tổ minh họa 1', 'Tổ minh họa 2']) {
        const row = await rowOf(world, nominations, 'Đối tượng', named);
        await world.staff.change(nominations, row, { 'Trạng thái': 'Đang kiểm tra' });
        const decision = { 'Đợt công bố': name, 'Trạng thái': 'Đã có quyết định khen thưởng' };
        await world.minutes(1);
        await world.staff.change(nominations, row, decision);
      }
      await world.minutes(3);
      return id;
    },
    columns: ['Giờ công bố', 'Trạng thái', 'Gồm'],
    isRead: true,
  },
  {
    name: 'nhieu-bai-mat',
    table: 'Vận hành',
    prepare: async (world) => {
      const rows = Array.from({ length: 8 }, (_, at) =>
        model(`MH-02${10 + at}`, `Mô hình minh họa ${at + 2}`),
      );
      const ids = await world.staff.create(stories, rows);
      for (let wait = 0; wait < 5 && world.shown().size < rows.length; wait += 1) await world.minutes(4);
      for (const id of ids) await world.staff.change(stories, id, { 'Đồng ý công khai': false });
      await world.minutes(2);
      return rowOf(world, 'Vận hành', 'Việc', 'Nhiều bài mất điều kiện công bố cùng lúc');
    },
    columns: ['Việc', 'Chi tiết', 'Đồng ý'],
  },
];
