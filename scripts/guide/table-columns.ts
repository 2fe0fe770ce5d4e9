import { descriptionOf, type Table } from '../../src/back-office/airtable/column.ts';
import { tables } from '../../src/back-office/airtable/columns.ts';
import { storySlug } from '../../src/gallery/stories/slug.ts';
import type { ReadTable } from '../../src/site/guide/read-columns.ts';

/** In so many tables, a column with the same words is told once for all. */
const inCommon = 4;

const columnsOf = ({ columns }: Table) =>
  columns.map((column) => ({ name: column.name, words: descriptionOf(column) }));

/** Every column of the base with its sentence: first those that most tables of submissions have, then each table with its own. */
export function tablesToRead(): ReadTable[] {
  const key = ({ name, words }: ReadTable['columns'][number]) => `${name}: ${words}`;
  const all = Map.groupBy(tables.flatMap(columnsOf), key);
  const isCommon = (column: ReadTable['columns'][number]) => (all.get(key(column))?.length ?? 0) >= inCommon;
  const common = [...all.values()].flatMap(([first]) => (first && isCommon(first) ? [first] : []));
  return [
    { id: 'chung', name: 'Cột chung của các bảng phiếu', isOfFilings: true, columns: common },
    ...tables.map((table) => ({
      id: storySlug(table.name),
      name: table.name,
      isOfFilings: table.mergeColumn === 'Mã hồ sơ',
      columns: columnsOf(table).filter((column) => !isCommon(column)),
    })),
  ];
}
