import { z } from 'zod';
import { type HeldRows, heldRows, releaseRows } from '../../filing/delivery/row-losses.ts';
import { type HeldLosses, heldLosses, releaseLosses } from '../../gallery/stories/server/losses.ts';
import type { Database } from '../../platform/postgres.ts';
import type { SyncState } from './sync-state.ts';

/** Something about the whole base that staff must know or confirm. */
export interface Matter {
  name: string;
  detail: string;
  since: Date;
}

/** Writes matters for staff, and those that are settled; resolves with the names of matters that staff confirmed. */
export type TellMatters = (matters: readonly Matter[], settled: readonly string[]) => Promise<string[]>;

const matterSchema = z.array(z.object({ name: z.string(), detail: z.string(), since: z.coerce.date() }));
const memoryName = 'matters';

const heldNames = {
  'go-bo': 'Gỡ nhiều bài cùng lúc',
  khac: 'Nhiều bài mất điều kiện công bố cùng lúc',
} as const;

const causes = {
  'go-bo': 'Nhiều hàng được chuyển sang “Gỡ bỏ” cùng lúc.',
  khac: 'Thường do một cột bị đổi, nhiều ô bị xóa hoặc dán đè, nhiều hàng bị xóa.',
} as const;

/** Most ids that a sentence lists. */
const listed = 30;

const heldMatter = ({ kind, ids, since, shown }: HeldLosses): Matter => ({
  name: heldNames[kind],
  detail: [
    `Bảng “Điển hình” vừa làm ${ids.length} trong ${shown} bài đang hiện không còn được công bố. ${causes[kind]}`,
    `Trang giữ nguyên các bài này cho đến khi cán bộ xác nhận: ${ids.slice(0, listed).join(', ')}${ids.length > listed ? '…' : ''}.`,
    'Đúng là muốn vậy: đánh dấu ô “Đồng ý” ở hàng này. Không phải: sửa lại bảng, các bài tự hết bị giữ.',
  ].join('\n'),
  since,
});

const rowsName = (table: string) => `Nhiều hàng mất hiệu lực cùng lúc: ${table}`;

const rowsMatter = ({ table, codes, since }: HeldRows): Matter => {
  const named = [...new Set(codes.flatMap((code) => code ?? []))];
  return {
    name: rowsName(table),
    detail: [
      `Bảng “${table}” vừa làm ${codes.length} hàng không còn hiệu lực. Thường do một cột bị đổi, nhiều ô bị xóa hoặc bỏ đánh dấu, nhiều hàng bị xóa.`,
      `Trang giữ nguyên các hàng này cho đến khi cán bộ xác nhận${named.length > 0 ? `: ${named.slice(0, listed).join(', ')}${named.length > listed ? '…' : ''}` : ''}.`,
      'Đúng là muốn vậy: đánh dấu ô “Đồng ý” ở hàng này. Không phải: sửa lại bảng, các hàng tự hết bị giữ.',
    ].join('\n'),
    since,
  };
};

const baseMatter = (problems: readonly string[], now: Date): Matter[] =>
  problems.length === 0 ? [] : [{ name: 'Bảng và cột', detail: problems.join('\n'), since: now }];

/**
 * Tells staff what is held or wrong with the base as a whole, and lets held losses take effect once staff confirmed them. Calls the
 * back office only when something changed, or while something waits for a confirmation.
 */
export async function settleMatters(
  db: Database,
  memory: SyncState,
  { problems, now, tell }: { problems: readonly string[]; now: Date; tell: TellMatters },
): Promise<void> {
  const told = matterSchema.catch([]).parse(await memory.read(memoryName));
  const held = await heldLosses(db);
  const rows = await heldRows(db);
  const matters = [...held.map(heldMatter), ...rows.map(rowsMatter), ...baseMatter(problems, now)].map(
    (matter) => ({
      ...matter,
      since: told.find(({ name }) => name === matter.name)?.since ?? matter.since,
    }),
  );
  const settled = told.filter(({ name }) => matters.every((matter) => matter.name !== name));
  const isNews = JSON.stringify(matters) !== JSON.stringify(told);
  if (!isNews && held.length === 0 && rows.length === 0) return;
  const names = settled.map(({ name }) => name);
  // What waits is kept first: the page for staff shows it even where the base has no table for it.
  await memory.write(memoryName, matters);
  const confirmed = await tell(matters, names);
  for (const { kind } of held) if (confirmed.includes(heldNames[kind])) await releaseLosses(db, kind);
  for (const { table } of rows) if (confirmed.includes(rowsName(table))) await releaseRows(db, table);
}
