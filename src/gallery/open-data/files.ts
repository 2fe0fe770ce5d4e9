import { writeCsv } from '../../platform/spreadsheet/csv.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.ts';
import { dataSlots, site } from '../../vocabulary/site.ts';
import { fillSlots } from '../../vocabulary/slots.ts';
import { dataChanges, dataCredit, dataPaths } from './catalogue.ts';
import { type ColumnFacts, type DataSet, inTable, type Sources } from './data-set.ts';
import { stateOf } from './data-state.ts';

/** A data set as JSON: where it comes from, then its rows under `member`. */
export function jsonOf(set: DataSet, sources: Sources, now: Date): object {
  const { origin } = sources;
  const nested = set.nestedOf(sources);
  const rows = set.rowsOf(sources).map((row, index) => ({
    ...Object.fromEntries(
      set.columns.flatMap(({ key, isTableOnly }, place) => (isTableOnly ? [] : [[key, row[place]]])),
    ),
    ...nested?.[index],
  }));
  return {
    title: `${site.name}: ${set.title.toLocaleLowerCase('vi')}`,
    publisher: site.owner,
    credit: `Khi dùng lại, xin ghi nguồn: ${dataCredit(set, origin)}`,
    licence: fillSlots(dataSlots.licence),
    address: new URL(set.page, origin).href,
    describedBy: new URL(dataPaths(set.id).page, origin).href,
    schema: new URL(dataPaths(set.id).schema, origin).href,
    version: dataChanges.version,
    generatedAt: now.toISOString(),
    total: rows.length,
    ...set.headOf(sources),
    [set.member]: rows,
  };
}

/** A data set as CSV (RFC 4180) with the byte order mark of UTF-8. */
export const csvOf = (set: DataSet, sources: Sources): string =>
  writeCsv([set.columns.map(({ title }) => title), ...set.rowsOf(sources).map((row) => row.map(inTable))]);

const widthOf = ({ type, key }: ColumnFacts): number => {
  if (type === 'integer' || type === 'number' || type === 'boolean' || type === 'date') return 12;
  return key === 'id' || key.endsWith('Code') ? 14 : 32;
};

/** A data set as a workbook: the rows, what the columns mean, and where the data come from. */
export function workbookOf(set: DataSet, sources: Sources): Uint8Array<ArrayBuffer> {
  const { columns } = set;
  const rows = set.rowsOf(sources).map((row) => row.map((cell) => String(inTable(cell) ?? '')));
  return writeWorkbook([
    {
      name: 'Dữ liệu',
      widths: columns.map(widthOf),
      rows: [columns.map(({ title }) => title), ...rows],
      pagesWide: 2,
    },
    {
      name: 'Các cột',
      widths: [24, 20, 12, 70],
      rows: [
        ['Cột', 'Tên trong JSON', 'Kiểu', 'Nghĩa'],
        ...columns.map(({ title, key, type, about }) => [title, key, type, about]),
      ],
    },
    {
      name: 'Về dữ liệu',
      widths: [24, 90],
      rows: [
        ['Bộ dữ liệu', set.title],
        ['Nội dung', set.about],
        ['Phạm vi', set.coverage],
        ['Ghi nguồn', dataCredit(set, sources.origin)],
        ['Giấy phép', fillSlots(dataSlots.licence)],
        ['Dữ liệu đổi lần cuối', stateOf(set, sources).changed],
        ['Ô trống', 'Không có hoặc đơn vị chưa nêu; không bao giờ nghĩa là số 0.'],
      ],
    },
  ]);
}
