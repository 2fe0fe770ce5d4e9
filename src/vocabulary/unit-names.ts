import communesFile from '../../content/units/communes.json' with { type: 'json' };
import otherNamesFile from '../../content/units/other-names.json' with { type: 'json' };
import { type Word, wordsOf } from '../vietnamese/words.ts';
import { districtsOf, type FormerName, formerNamesOf } from './former-unit-names.ts';
import { takeType } from './unit-query.ts';

/** A unit as a list offers it. */
export interface NamedUnit {
  code: string;
  name: string;
}

/** A name by which a unit is found. */
export interface UnitName {
  unit: NamedUnit;
  /** The former name; null for a current name. */
  former: FormerName | null;
  words: readonly Word[];
  /** For a commune or a district: the name without office and type. Null for others. */
  place: { type: string; name: readonly Word[]; districts: readonly (readonly Word[])[] } | null;
  /** Typed words that begin with this name choose this unit. */
  isBeginning: boolean;
}

const communeCodes = new Set(communesFile.units.map(({ code }) => code));
const office = /^UBND /;

function nameOf(unit: NamedUnit, name: string, former: FormerName | null): UnitName {
  const isPlace = communeCodes.has(unit.code);
  const typed = isPlace ? takeType(wordsOf(name.replace(office, ''))) : undefined;
  const districts = former?.districts ?? districtsOf(unit.code);
  const place = typed && {
    ...typed,
    districts: districts.map((district) => takeType(wordsOf(district))?.name ?? []),
  };
  return { unit, former, words: wordsOf(name), place: place ?? null, isBeginning: false };
}

/** “Công an thành phố” is also called “Công an”, and was “Công an tỉnh” until the province became a city. */
function ofTheCity(unit: NamedUnit, name: string): UnitName[] {
  const short = name.replace(/ (?:thành phố|Đồng Nai)$/, '');
  const before = name.replace(/ thành phố$/, ' tỉnh').replace(/ Thành ủy$/, ' Tỉnh ủy');
  return [
    ...(short === name ? [] : [nameOf(unit, short, null)]),
    ...(before === name ? [] : [nameOf(unit, before, { name: before, until: '30/4/2026' })]),
  ];
}

const called = new Map<string, readonly string[]>(Object.entries(otherNamesFile.called));
const beginnings = new Map<string, readonly string[]>(Object.entries(otherNamesFile.beginnings));

/** All names of a unit. Text in brackets in a list is not part of a name. */
export function namesOf(unit: NamedUnit): UnitName[] {
  const name = unit.name.replace(/ \([^)]*\)$/, '');
  return [
    nameOf(unit, name, null),
    ...(communeCodes.has(unit.code) ? [] : ofTheCity(unit, name)),
    ...(called.get(unit.code) ?? []).map((other) => nameOf(unit, other, null)),
    ...(beginnings.get(name) ?? []).map((other) => ({
      ...nameOf(unit, other, null),
      isBeginning: true,
    })),
    ...(formerNamesOf.get(unit.code) ?? []).map((former) => nameOf(unit, former.name, former)),
  ];
}
