import { unitPath } from '../../vocabulary/unit-path.ts';
import { unitGroups } from '../../vocabulary/units.ts';
import { type CoverageLine, reportDue, type Standing } from './coverage.ts';
import { cellWords, shortDay } from './words.ts';

/** A row of a table of coverage. */
export interface CoverageRow {
  id?: string;
  name: string;
  href?: string;
  cells: { text: string; has: boolean }[];
}

const standingsOf = ({ plan, criteria, reports }: CoverageLine): Standing[] => [
  plan,
  criteria,
  ...reports.map(({ standing }) => standing),
];

/** Names of the columns of coverage, for these years. */
export const columnsOf = (years: readonly number[]): string[] => [
  'Kế hoạch',
  'Tiêu chí',
  ...years.map((year) => `Báo cáo ${year}`),
];

/** “UBND” stands before each of 95 names and tells nothing there. */
function shortName(name: string): string {
  const short = name.replace(/^UBND (?=phường|xã|đặc khu)/, '');
  return short.charAt(0).toLocaleUpperCase('vi') + short.slice(1);
}

/** A row for each unit. */
export const unitRows = (lines: readonly CoverageLine[]): CoverageRow[] =>
  lines.map((line) => ({
    id: line.unit.code,
    name: shortName(line.unit.name),
    href: unitPath(line.unit),
    cells: standingsOf(line).map((standing) => ({ text: cellWords(standing), has: standing.is === 'there' })),
  }));

const countRow = (name: string, lines: readonly CoverageLine[], columns: number): CoverageRow => ({
  name,
  cells: Array.from({ length: columns }, (_, at) => {
    const there = lines.filter((line) => standingsOf(line)[at]?.is === 'there').length;
    return { text: `${there}/${lines.length}`, has: there > 0 };
  }),
});

/** How many units of each kind have done what, as numbers of how many; first the deadlines. */
export function summaryRows(
  lines: readonly CoverageLine[],
  years: readonly number[],
  byKind: boolean,
): CoverageRow[] {
  const dues = years.map((year) => reportDue(year));
  const due = ['quý II/2026', 'quý II/2026', ...dues.map((day) => (day ? shortDay(day) : 'chưa công bố'))];
  const columns = due.length;
  const kinds = byKind
    ? unitGroups.flatMap(({ id, label }) => {
        const own = lines.filter(({ unit }) => unit.group === id);
        return own.length > 0 ? [{ ...countRow(label, own, columns), href: `#${id}` }] : [];
      })
    : [];
  return [
    { name: 'Hạn', cells: due.map((text) => ({ text, has: false })) },
    ...kinds,
    countRow(byKind ? 'Cộng' : 'Đã có', lines, columns),
  ];
}
