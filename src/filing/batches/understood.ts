import { type BatchForm, maxBatchRows } from './batch-form.ts';
import { leftOutWords } from './left-out.ts';
import type { SheetTable } from './read-sheets.ts';

/** How a table was understood, in words for the sender. */
export interface Understood {
  /** “Trang tính “DS”: đọc được 12 dòng đề cử.” */
  lead: string;
  /** One sentence for each thing left out or interpreted, with the reason. */
  notes: string[];
  /** For each column the table's heading and the question. */
  columns: { heading: string; question: string }[];
  /** Required questions without a column. */
  missing: string[];
}

/** Describes how a table was understood. */
export function understoodWords({ columns }: BatchForm, table: SheetTable): Understood {
  const headingOf = (field: string) => columns.find(({ name }) => name === field)?.heading ?? field;
  const where = table.sheet === undefined ? 'Đọc được' : `Trang tính “${table.sheet}”: đọc được`;
  const over = table.rows.length > maxBatchRows ? ` Mỗi lần gửi nhiều nhất ${maxBatchRows} dòng.` : '';
  const merged =
    table.merged.length > 0
      ? [
          `Ô gộp ${table.merged.slice(0, 10).join(', ')}${table.merged.length > 10 ? ', …' : ''}: nội dung được dùng cho mọi dòng mà ô phủ.`,
        ]
      : [];
  const byOrder = table.hasHeadings
    ? []
    : ['Không thấy hàng tên cột: các cột được hiểu theo thứ tự của mẫu. Hãy xem kỹ từng cột.'];
  const read = new Set(table.columns.map(({ field }) => field));
  return {
    lead: `${where} ${table.rows.length} dòng đề cử.${over}`,
    notes: [...byOrder, ...leftOutWords(table), ...merged],
    columns: table.columns.map(({ heading, field }) => ({ heading, question: headingOf(field) })),
    missing: columns
      .filter(({ name, view }) => !read.has(name) && view.optional !== true && view.onlyWhen === undefined)
      .map(({ heading }) => heading),
  };
}
