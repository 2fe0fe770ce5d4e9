import type { Table } from './column.ts';
import { tables } from './columns.ts';
import { BaseLayoutError } from './errors.ts';
import type { ColumnPlace, Layout, TablePlace } from './layout.ts';

/** A table of the base. Throws BaseLayoutError where the table is gone. */
export function tableLayout(layout: Layout, table: Table): TablePlace {
  const place = layout.tables[table.name];
  if (!place || place.isMissing)
    throw new BaseLayoutError(
      `Không thấy bảng “${place?.name ?? table.name}” trong Airtable. Khôi phục bảng từ thùng rác của Airtable, hoặc chạy “npm run base”.`,
    );
  return place;
}

/** A column that can be read and written; undefined where it is gone or has another type. */
export function columnOf(place: TablePlace, name: string): ColumnPlace | undefined {
  const column = place.fields[name];
  return column?.fault === null ? column : undefined;
}

/** A column without which nothing can be done with the table. Throws BaseLayoutError, which says what to mend. */
export function requiredColumn(place: TablePlace, name: string): ColumnPlace {
  const column = columnOf(place, name);
  if (!column) throw new BaseLayoutError(columnFault(place, name) ?? `Không có cột “${name}”.`);
  return column;
}

/** What is wrong with a column, in words for staff; null where nothing is. */
function columnFault(place: TablePlace, name: string): string | null {
  const column = place.fields[name];
  if (column?.fault === null) return null;
  const shown = column?.name || name;
  return column?.fault === 'type'
    ? `Cột “${shown}” của bảng “${place.name}” đã bị đổi kiểu. Trả lại kiểu cũ (trong Airtable: lịch sử, hoặc hoàn tác); trang giữ nội dung đã có của cột này.`
    : `Cột “${shown}” của bảng “${place.name}” không còn trong Airtable. Khôi phục cột, hoặc chạy “npm run base”; trang giữ nội dung đã có của cột này.`;
}

/** Everything in the base that is not as the code needs it, in words for staff. */
export function layoutProblems(layout: Layout): string[] {
  return tables.flatMap((table) => {
    const place = layout.tables[table.name];
    if (!place || place.isMissing) return [`Không thấy bảng “${place?.name ?? table.name}” trong Airtable.`];
    return table.columns.flatMap(({ name, choices = [] }) => {
      const fault = columnFault(place, name);
      if (fault) return [fault];
      const column = place.fields[name];
      const where = `Cột “${column?.name}” của bảng “${place.name}”`;
      const gone = choices.filter((choice) => !column?.choices[choice]);
      return [
        ...gone.map((choice) => `${where} không còn lựa chọn “${choice}”. Thêm lại lựa chọn này.`),
        ...(column?.twins ?? []).map(
          (choice) =>
            `${where} có hai lựa chọn cùng nghĩa: “${column?.choices[choice]?.name}” (tên cũ là “${choice}”) và “${choice}” mới thêm; trang hiểu cả hai là “${choice}”. Nếu không muốn vậy, đổi tên lựa chọn mới.`,
        ),
      ];
    });
  });
}
