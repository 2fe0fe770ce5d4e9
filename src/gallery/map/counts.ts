import { communes, unitByCode, unitGroups, unlistedUnits } from '../../vocabulary/units.ts';
import type { Story } from '../story.ts';

/** A unit with stories that is not a commune. */
export interface OtherUnit {
  /** Null for stories that name a unit without a code. */
  code: string | null;
  name: string;
  count: number;
}

type UnitOfStory = Pick<Story, 'unitCode' | 'unitName'>;

const communeCodes = new Set(communes.map(({ code }) => code));

const inVietnameseOrder = new Intl.Collator('vi', { numeric: true });

/** The name of a unit on the site: its listed name, the group of an unlisted unit, or else the name in the story. */
function nameOf({ unitCode, unitName }: UnitOfStory): string {
  if (unitCode === null) return 'Đơn vị khác';
  const unlisted = unlistedUnits.find(({ code }) => code === unitCode);
  if (unlisted) return unitGroups.find(({ id }) => id === unlisted.group)?.label ?? unitName;
  return unitByCode(unitCode)?.name ?? unitName;
}

/** How many stories each unit has: communes by code, the others by name in Vietnamese order. */
export function countByUnit(stories: readonly UnitOfStory[]) {
  const byCode = Map.groupBy(stories, ({ unitCode }) => unitCode);
  const ofCommunes = new Map<string, number>();
  const others: OtherUnit[] = [];
  for (const [code, [first, ...more]] of byCode) {
    const count = 1 + more.length;
    if (code !== null && communeCodes.has(code)) ofCommunes.set(code, count);
    else if (first) others.push({ code, name: nameOf(first), count });
  }
  return {
    ofCommunes,
    others: others.toSorted((a, b) => inVietnameseOrder.compare(a.name, b.name)),
  };
}
