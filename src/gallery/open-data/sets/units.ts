import unitsFacts from '../../../../content/open-data/don-vi.json' with { type: 'json' };
import { formerNamesOf } from '../../../vocabulary/former-unit-names.ts';
import { unitPath } from '../../../vocabulary/unit-path.ts';
import { communes, type Unit, unitGroups, units } from '../../../vocabulary/units.ts';
import { defineDataSet } from '../data-set.ts';

const communeOf = new Map(communes.map((commune) => [commune.code, commune]));
const groups = Object.fromEntries(unitGroups.map(({ id, label }) => [id, label]));

/** “Xã Bình Sơn (huyện Long Thành), đến 1/7/2025”. */
const formerly = ({ code }: Unit): string[] =>
  (formerNamesOf.get(code) ?? []).map(({ name, until, districts, part }) => {
    const place = districts ? ` (${districts.join(', ')})` : '';
    const work = part ? ` (phần ${part})` : '';
    return `${name}${place}${work}${until ? `, đến ${until}` : ''}`;
  });

/** The units that the site lists, with their former names. */
export const unitSet = defineDataSet<Unit & { address: string }>(unitsFacts, {
  columns: {
    code: ({ code }) => code,
    name: ({ name }) => name,
    group: ({ group }) => group,
    place: ({ code }) => communeOf.get(code)?.fullName ?? null,
    areaKm2: ({ code }) => communeOf.get(code)?.areaKm2 ?? null,
    formedFrom: ({ code }) => communeOf.get(code)?.formedFrom ?? null,
    formerNames: formerly,
    address: ({ address }) => address,
  },
  terms: { group: groups },
  read: ({ origin }) => units.map((unit) => ({ ...unit, address: new URL(unitPath(unit), origin).href })),
});
