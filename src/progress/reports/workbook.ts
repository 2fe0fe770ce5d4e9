import { columnName } from '../../platform/spreadsheet/sheet.ts';
import type { FormulaCell, SheetToWrite, WrittenCell } from '../../platform/spreadsheet/sheet-to-write.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.ts';
import { type Unit, unitGroups } from '../../vocabulary/units.ts';
import { shortDay } from '../coverage/words.ts';
import { type Figure, figures, type RollUp, type RollUpRow, sumOf } from './roll-up.ts';
import { states, wordColumns } from './table.ts';

const columns = ['Đơn vị', 'Báo cáo', 'Ngày nhận'];
/** Title, what was counted, headings. */
const rowsBefore = 3;

interface Kind {
  label: string;
  rows: readonly RollUpRow[];
  missing: readonly Unit[];
}

const sizeOf = ({ rows, missing }: Pick<Kind, 'rows' | 'missing'>) => rows.length + missing.length;

const kindsOf = ({ rows, missing }: RollUp): Kind[] =>
  unitGroups
    .map(({ id, label }) => ({
      label,
      rows: rows.filter(({ group }) => group === id),
      missing: missing.filter(({ group }) => group === id),
    }))
    .filter((kind) => sizeOf(kind) > 0);

/** A sum of the rows `from` to `to` (counted from 1) of a figure; sums among them do not count twice. */
const summed = (
  figure: Figure,
  { from, to, by }: { from: number; to: number; by: 'sum' | 'count' },
  rows: readonly RollUpRow[],
): FormulaCell => {
  const column = columnName(columns.length + figures.findIndex(({ id }) => id === figure));
  const { total, given } = sumOf(rows, figure);
  const of = `SUBTOTAL(${by === 'sum' ? 9 : 2},${column}${from}:${column}${to})`;
  return { formula: of, value: by === 'sum' ? total : given };
};

const reported = (kind: Pick<Kind, 'rows' | 'missing'>) =>
  `Có ${kind.rows.length} trên ${sizeOf(kind)} đơn vị`;

const unitRow = (row: RollUpRow): WrittenCell[] => [
  row.name,
  states.there,
  shortDay(row.filedOn ?? row.confirmedOn),
  ...figures.map(({ id }) => row[id] ?? ''),
  row.unitCode ?? 'ngoài danh mục',
];

const missingRow = ({ name, code }: Unit): WrittenCell[] => [
  name,
  states.missing,
  '',
  ...figures.map(() => ''),
  code,
];

/** The table of all units: below the sums of each kind its units, with a report or without. */
function figuresSheet(rolled: RollUp): SheetToWrite {
  const kinds = kindsOf(rolled);
  const places = kinds.map((_, at) =>
    kinds.slice(0, at).reduce((sum, kind) => sum + 1 + sizeOf(kind), rowsBefore),
  );
  const body = kinds.flatMap((kind, at) => {
    const [from, to] = [(places[at] ?? 0) + 2, (places[at] ?? 0) + 1 + sizeOf(kind)];
    const sums = figures.map(({ id }) => summed(id, { from, to, by: 'sum' }, kind.rows));
    return [
      [kind.label, reported(kind), '', ...sums, ''],
      ...kind.rows.map(unitRow),
      ...kind.missing.map(missingRow),
    ];
  });
  const end = rowsBefore + body.length;
  const all = { from: rowsBefore + 1, to: end };
  const notes = [
    'Bấm 1, 2 ở góc trên bên trái, hoặc dấu − và + bên lề, để gấp và mở các đơn vị đứng sau mỗi dòng cộng. Ô cộng là công thức trên các dòng đó.',
    'Ô trống là đơn vị không ghi số, hoặc chưa có báo cáo được xác nhận; không phải số 0.',
    ...(rolled.doubled.length > 0
      ? [`Có hơn một báo cáo được xác nhận, tính bản sau cùng: ${rolled.doubled.join('; ')}.`]
      : []),
  ];
  return {
    name: `Số liệu ${rolled.year}`,
    widths: [46, 31, 12, ...figures.map(() => 16), 46],
    rows: [
      [`Tổng hợp báo cáo năm ${rolled.year}`],
      [
        `${rolled.rows.length} báo cáo đã xác nhận; ${rolled.missing.length} trên ${rolled.owing} đơn vị phải báo cáo chưa có.`,
      ],
      [...columns, ...figures.map(({ name }) => name), 'Mã đơn vị'],
      ...body,
      [
        'Cộng',
        reported(rolled),
        '',
        ...figures.map(({ id }) => summed(id, { ...all, by: 'sum' }, rolled.rows)),
        '',
      ],
      [
        'Số đơn vị ghi số',
        '',
        '',
        ...figures.map(({ id }) => summed(id, { ...all, by: 'count' }, rolled.rows)),
        '',
      ],
      ...notes.map((note) => [note]),
    ],
    table: {
      from: rowsBefore - 1,
      to: end + 1,
      parts: kinds.map((kind, at) => ({
        sum: places[at] ?? 0,
        to: (places[at] ?? 0) + sizeOf(kind),
      })),
      sums: [end, end + 1],
    },
    fixedColumns: 1,
    quietRows: notes.map((_, at) => end + 2 + at),
  };
}

/** What units wrote, a row each. */
const wordsSheet = ({ rows, year }: RollUp): SheetToWrite => ({
  name: `Lời đơn vị ${year}`,
  widths: [32, ...wordColumns.map(() => 48)],
  rows: [
    ['Đơn vị', ...wordColumns.map(([, title]) => title)],
    ...rows.map((row) => [row.name, ...wordColumns.map(([id]) => row[id] ?? '')]),
  ],
  fixedColumns: 1,
  pagesWide: 2,
});

/** A roll-up as a workbook (.xlsx): figures of all units with sums that open them, and their words. */
export const rollUpWorkbook = (rolled: RollUp): Uint8Array<ArrayBuffer> =>
  writeWorkbook([figuresSheet(rolled), wordsSheet(rolled)]);
