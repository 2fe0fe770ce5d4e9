import standingsFacts from '../../../../content/open-data/tien-do.json' with { type: 'json' };
import { unitGroups } from '../../../vocabulary/units.ts';
import { defineDataSet } from '../data-set.ts';
import { owedThings, standingStates, type UnitStanding } from '../unit-standing.ts';

/** One row for each thing that a unit owes under the plan, and of each year: what the page of coverage shows. */
export const standingSet = defineDataSet<UnitStanding & { address: string }>(standingsFacts, {
  columns: {
    unitCode: ({ unitCode }) => unitCode,
    unitName: ({ unitName }) => unitName,
    group: ({ group }) => group,
    clusters: ({ clusters }) => clusters,
    what: ({ what }) => what,
    year: ({ year }) => year,
    due: ({ due }) => due,
    state: ({ state }) => state,
    filedOn: ({ filedOn }) => filedOn,
    confirmedOn: ({ confirmedOn }) => confirmedOn,
    lateDays: ({ lateDays }) => lateDays,
    address: ({ address }) => address,
  },
  terms: {
    group: Object.fromEntries(unitGroups.map(({ id, label }) => [id, label])),
    what: owedThings,
    state: standingStates,
  },
  read: ({ standings, origin }) =>
    standings.map((standing) => ({ ...standing, address: new URL(standing.path, origin).href })),
});
