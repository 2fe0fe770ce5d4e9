import type { UnitStanding } from '../../gallery/open-data/unit-standing.ts';
import { unitPath } from '../../vocabulary/unit-path.ts';
import { type CoverageLine, planDue, reportDue, type Standing } from './coverage.ts';

const stateIds = { there: 'da-co', awaited: 'chua-co', overdue: 'qua-han' } as const;

const planYear = Number(planDue.slice(0, 4));

/** Coverage as rows of the open data: one for each thing that a unit owes, reports one a year. */
export function standingsOf(lines: readonly CoverageLine[]): UnitStanding[] {
  return lines.flatMap(({ unit, clusters, plan, criteria, reports }) => {
    const rowOf = (
      what: UnitStanding['what'],
      year: number,
      due: string | null,
      standing: Standing,
    ): UnitStanding => ({
      unitCode: unit.code,
      unitName: unit.name,
      group: unit.group,
      clusters,
      what,
      year,
      due,
      state: stateIds[standing.is],
      filedOn: standing.is === 'there' ? standing.filedOn : null,
      confirmedOn: standing.is === 'there' ? standing.confirmedOn : null,
      lateDays: lateDaysOf(what, due, standing),
      path: unitPath(unit),
    });
    return [
      rowOf('ke-hoach', planYear, planDue, plan),
      rowOf('tieu-chi', planYear, planDue, criteria),
      ...reports.map(({ year, standing }) => rowOf('bao-cao-nam', year, reportDue(year), standing)),
    ];
  });
}

/** Null where nobody can tell: a plan counts by its issue, and a paper may have no day. */
function lateDaysOf(what: UnitStanding['what'], due: string | null, standing: Standing): number | null {
  const isDated = standing.is === 'there' && standing.filedOn !== null && due !== null;
  return what === 'bao-cao-nam' && isDated ? standing.lateDays : null;
}
