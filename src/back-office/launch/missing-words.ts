import type { Missing } from './missing.ts';

/** Slots that stand in sources and that no row fills: a consent has a version, the English pages have words of their own. */
const open = /\[[^\][]*cơ quan chủ quản xác nhận\]|\[to be supplied:[^\]]*\]/gu;

/** Slots in texts that only a change of the source fills, with the file of each. */
export const missingWords = (sources: readonly { path: string; text: string }[]): Missing[] =>
  sources.flatMap(({ path, text }) =>
    [...text.matchAll(open)].map(([slot]) => ({
      who: 'Cơ quan chủ quản' as const,
      what: slot.replace(/\s+/g, ' '),
      where: `tệp ${path} (người vận hành sửa)`,
    })),
  );
