import { type Unit, unitGroups, units } from '../../vocabulary/units.ts';
import { owingUnits } from '../coverage/coverage.ts';
import type { Report } from '../filing.ts';

/** A report that staff confirmed. */
export interface ConfirmedReport extends Report {
  unitCode: string | null;
  year: number;
  filedOn: string | null;
  confirmedOn: string;
}

/** A figure of the yearly report. */
export type Figure = 'models' | 'adopted' | 'awardedCollectives' | 'awardedPersons';

/** The figures, in words. */
export const figures: readonly { id: Figure; name: string; unit: string }[] = [
  { id: 'models', name: 'Mô hình, giải pháp mới', unit: 'mô hình, giải pháp' },
  { id: 'adopted', name: 'Mô hình của nơi khác đã áp dụng', unit: 'mô hình' },
  { id: 'awardedCollectives', name: 'Tập thể đã khen thưởng', unit: 'tập thể' },
  { id: 'awardedPersons', name: 'Cá nhân đã khen thưởng', unit: 'cá nhân' },
];

/** The report that counts for a unit. */
export interface RollUpRow extends ConfirmedReport {
  name: string;
  /** Id of its group of units. */
  group: string;
}

/** A sum with what it is made of. */
export interface Sum {
  total: number;
  /** Units that gave a number: an empty answer is not zero. */
  given: number;
  /** Units that reported and left the number out. */
  blank: number;
}

/** The reports of all units for one year. */
export interface RollUp {
  year: number;
  /** In the order of the list of units; units that are not on it come last, by name. */
  rows: readonly RollUpRow[];
  /** Units that owe a report of which staff confirmed none. */
  missing: readonly Unit[];
  /** How many units owe a report. */
  owing: number;
  /** Units with more than one confirmed report: the last one counts. */
  doubled: readonly string[];
}

const listed = new Map(units.map((unit, at) => [unit.code, { unit, at }]));

function named(report: ConfirmedReport): RollUpRow {
  const found = report.unitCode === null ? undefined : listed.get(report.unitCode);
  const name = found?.unit.name ?? report.unitName ?? 'Đơn vị ngoài danh mục';
  return { ...report, name, group: found?.unit.group ?? 'khac' };
}

const order = ({ unitCode }: RollUpRow) => listed.get(unitCode ?? '')?.at ?? Number.MAX_SAFE_INTEGER;
const filed = ({ filedOn, confirmedOn }: ConfirmedReport) => filedOn ?? confirmedOn;

/** Puts together what units reported for a year, in the order in which it came. Of several reports of one unit the last one counts. */
export function rollUp(reports: readonly ConfirmedReport[], year: number): RollUp {
  const byUnit = Map.groupBy(
    reports.filter((report) => report.year === year).map(named),
    ({ unitCode, name }) => unitCode ?? `~${name}`,
  );
  const last = [...byUnit.values()].flatMap((own) =>
    own.toSorted((a, b) => filed(a).localeCompare(filed(b))).slice(-1),
  );
  return {
    year,
    rows: last.toSorted((a, b) => order(a) - order(b) || a.name.localeCompare(b.name, 'vi')),
    missing: owingUnits.filter(({ code }) => !byUnit.has(code)),
    owing: owingUnits.length,
    doubled: [...byUnit.values()].flatMap((own) => (own.length > 1 && own[0] ? [own[0].name] : [])),
  };
}

/** The sum of a figure over some rows. */
export function sumOf(rows: readonly RollUpRow[], figure: Figure): Sum {
  const given = rows.flatMap((row) => row[figure] ?? []);
  return {
    total: given.reduce((sum, value) => sum + value, 0),
    given: given.length,
    blank: rows.length - given.length,
  };
}

/** The rows of each kind of unit that reported, in the order of the kinds. */
export const byKind = ({ rows }: Pick<RollUp, 'rows'>): { id: string; label: string; rows: RollUpRow[] }[] =>
  unitGroups
    .map(({ id, label }) => ({ id, label, rows: rows.filter(({ group }) => group === id) }))
    .filter((kind) => kind.rows.length > 0);
