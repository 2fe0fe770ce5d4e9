import { z } from 'zod';
import { say } from './text-fields.ts';
import { show, type Shown } from './view.ts';

/** “1.234,5”, “1 234” or 1234 as a number; anything else unchanged, for the schema to refuse. */
function readNumber(written: unknown): unknown {
  if (typeof written !== 'string') return written;
  if (!/^\d{1,3}([. ]?\d{3})*(,\d+)?$/.test(written)) return written;
  return Number(written.replace(/[. ]/g, '').replace(',', '.'));
}

function optionalWhole({
  from,
  to,
  message,
  view,
}: {
  from: number;
  to: number;
  message: string;
  view: Shown;
}) {
  const schema = z.preprocess(readNumber, z.int(message).min(from, message).max(to, message).optional());
  return show(schema, { control: 'number', optional: true, ...view });
}

/** A whole number between `from` and `to`; may be left empty. */
export function optionalCount({ from, to, ...view }: Shown & { from: number; to: number }) {
  const message = `“${view.label}” là số nguyên từ ${from.toLocaleString('vi')} đến ${to.toLocaleString('vi')}.`;
  return optionalWhole({ from, to, message, view });
}

/** A year between `from` and `to`, without a mark for thousands; may be left empty. */
export function optionalYear({ from, to, ...view }: Shown & { from: number; to: number }) {
  const message = `“${view.label}” là một năm từ ${from} đến ${to}.`;
  return optionalWhole({ from, to, message, view });
}

/** A month, written “3/2026” or “2026-03”, kept as `YYYY-MM`. */
export function month(view: Shown) {
  const schema = z
    .string(say(`Nhập “${view.label}”, ví dụ 7/2026.`))
    .transform((written) =>
      written.replace(
        /^(\d{1,2})\s*[/.-]\s*(\d{4})$/,
        (_, m: string, y: string) => `${y}-${m.padStart(2, '0')}`,
      ),
    )
    .pipe(z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, `Viết “${view.label}” dạng tháng/năm, ví dụ 7/2026.`));
  return show(schema, { control: 'month', ...view });
}

const isDay = (written: string): boolean => {
  const day = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
};

/** A day of this century, written “24/6/2026” or “2026-06-24”, kept as `YYYY-MM-DD`. */
export function day(view: Shown) {
  const schema = z
    .string(say(`Nhập “${view.label}”, ví dụ 24/6/2026.`))
    .transform((written) =>
      written.replace(
        /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/,
        (_, d: string, m: string, y: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
      ),
    )
    .pipe(
      z
        .string()
        .regex(/^20\d\d-\d\d-\d\d$/, `Viết “${view.label}” dạng ngày/tháng/năm, ví dụ 24/6/2026.`)
        .refine(isDay, `“${view.label}” là một ngày không có trong lịch.`),
    );
  return show(schema, { control: 'date', ...view });
}
