import districtsFile from '../../content/search/former-districts.json' with { type: 'json' };
import communesFile from '../../content/units/communes.json' with { type: 'json' };
import otherNamesFile from '../../content/units/other-names.json' with { type: 'json' };

/** A former name of a unit, or the name of a unit that it took over. */
export interface FormerName {
  name: string;
  /** The day on which the name ended, “1/7/2025”; undefined where no source gives it. */
  until?: string;
  /** The part of the work that went to the unit, where the work was split. */
  part?: string;
  /** The districts in which communes of that name lay. */
  districts?: readonly string[];
}

const { districts } = districtsFile;
const newCommunes = '1/7/2025';
const newWards = '30/4/2026';

/** The districts before 1/7/2025 on whose ground a current commune lies. */
export const districtsOf = (code: string): string[] =>
  districts.filter(({ communes }) => communes.includes(code)).map(({ name }) => name);

const inBrackets = /\(((?:huyện|thị xã|thành phố) [^)]+)\)/;

/** Reads “Xã Bình Sơn (huyện Phú Riềng), …”: each name, with its district where the decision gives it. */
function communesIn(formedFrom: string): FormerName[] {
  return formedFrom.split(',').flatMap((written) => {
    const name = written.replace(/\([^)]*\)/, '').trim();
    const [, district] = inBrackets.exec(written) ?? [];
    if (name === '' || name === 'giữ nguyên') return [];
    return [{ name, until: newCommunes, ...(district && { districts: [district] }) }];
  });
}

/** The name of a commune between 1/7/2025 and 30/4/2026, where its type changed. */
const formerType = ({ name, type, typeAt2025_07_01: before }: (typeof communesFile.units)[number]) =>
  type === before ? [] : [{ name: `${before === 'xã' ? 'Xã' : 'Phường'} ${name}`, until: newWards }];

const otherwise = (code: string): FormerName[] =>
  otherNamesFile.former.flatMap(({ name, now }) =>
    now.flatMap((unit) => (unit.code === code ? [{ name, ...('part' in unit && { part: unit.part }) }] : [])),
  );

const ofCommunes = communesFile.units.map((commune): [string, FormerName[]] => {
  const { code, fullName, formedFrom } = commune;
  const before = [...communesIn(formedFrom), ...otherwise(code)].filter(({ name }) => name !== fullName);
  const above = districtsOf(code).map((name) => ({ name, until: newCommunes }));
  return [code, [...before, ...formerType(commune), ...above]];
});

const ofOrganisations = otherNamesFile.former
  .flatMap(({ now }) => now.map(({ code }) => code))
  .filter((code) => !communesFile.units.some((commune) => commune.code === code))
  .map((code): [string, FormerName[]] => [code, otherwise(code)]);

/** The former names of units, by code: communes first, then the type before 30/4/2026, then districts. */
export const formerNamesOf: ReadonlyMap<string, readonly FormerName[]> = new Map([
  ...ofCommunes,
  ...ofOrganisations,
]);

/** For each unit, only names before 1/7/2025 of its ground or its work, without names that another unit bears today. */
export const formerNames: ReadonlyMap<string, readonly string[]> = new Map(
  [...formerNamesOf].map(([code, names]) => [
    code,
    names.filter(({ until }) => until !== newWards).map(({ name }) => name),
  ]),
);
