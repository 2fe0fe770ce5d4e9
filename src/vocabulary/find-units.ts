import { isSame, type Match, matchInitials, matchWords } from '../vietnamese/match-words.ts';
import { readings } from '../vietnamese/synonyms.ts';
import { isMarked, type Word, wordsOf } from '../vietnamese/words.ts';
import { type NamedUnit, namesOf, type UnitName } from './unit-names.ts';
import { beginsWith, organisationQueries, type PlaceQuery, placeQueries } from './unit-query.ts';

/** A unit that a search found. */
export interface FoundUnit extends NamedUnit {
  /** The former name that matched. */
  former?: string;
  /** The day on which the former name ended, where a source gives it. */
  until?: string;
  /** The part of the former unit's work that went to this unit, where the work was split. */
  part?: string;
  /** How well the typed text matches: 0 is best; units of the same rank match equally well. */
  rank: number;
}

/** Base ranks. Added to them: 1 for a former name, 2 for another type than typed, a half for missing marks. */
const rankOfMatch = { whole: 2, beginning: 6, together: 10, anywhere: 14 } as const satisfies Record<
  Match,
  number
>;
/** Bonus for a whole name that was typed with its type, and for organisations. */
const withType = -2;
const otherType = 2;
const marksLeftOut = 0.5;
const afterWholeNames = 4;
/** Ranks of a part of a name in order, current or former, without another type. */
const inOrder: readonly number[] = [6, 7, 10, 11];

/** Whether marks match: with marks typed, “Phú Thanh” is not “Phú Thạnh”. A d may still mean đ. */
const hasMarksOf = (typed: Word, word: Word | undefined): boolean =>
  word !== undefined && [word.form, word.form.replaceAll('đ', 'd')].includes(typed.form);

const least = (ranks: readonly (number | undefined)[]): number | undefined => {
  const known = ranks.filter((rank) => rank !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
};

function rankOfPlace({ place }: UnitName, query: PlaceQuery): number | undefined {
  if (!place) return undefined;
  const { name, type, district, isOtherOffice } = query;
  const isThere = (other: readonly Word[]) =>
    other.length === district?.length && other.every((word, at) => isSame(district[at] ?? word, word));
  if (district && !place.districts.some(isThere)) return undefined;
  const match = matchWords(name, place.name);
  if (!match) return undefined;
  const isOther = isOtherOffice || (type !== undefined && type !== place.type);
  if (isOther) return rankOfMatch[match] + otherType;
  if (match !== 'whole') return rankOfMatch[match];
  const left = name.some(isMarked) && !name.every((word, at) => hasMarksOf(word, place.name[at]));
  return rankOfMatch.whole + (type === undefined ? 0 : withType) + (left ? marksLeftOut : 0);
}

/** A reading of the typed words, and its variants with listed abbreviations expanded. */
interface Reading {
  typed: readonly Word[];
  expanded: readonly (readonly Word[])[];
}

/** The rank of an organisation that was typed word by word, with listed abbreviations, or by initials. */
function rankOfOrganisation(
  { words, isBeginning }: UnitName,
  { typed, expanded }: Reading,
): number | undefined {
  if (isBeginning && typed.length > words.length && beginsWith(typed, words)) return rankOfMatch.beginning;
  const byWords = expanded.map((reading) => {
    const match = matchWords(reading, words, (word) => typed.includes(word));
    return match && rankOfMatch[match] + (match === 'whole' ? withType : 0);
  });
  const initials = matchInitials(typed, words);
  // Many names share the same first letters.
  const byInitials = initials && rankOfMatch[initials === 'whole' ? 'whole' : 'anywhere'];
  return least([...byWords, byInitials]);
}

interface Query {
  organisation: Reading[];
  places: PlaceQuery[];
  /** The unchanged words, for a person who has typed an office but no name yet. */
  typed: readonly Word[];
}

function rankOf(name: UnitName, { organisation, places, typed }: Query): number | undefined {
  const ranks = name.place
    ? [
        ...places.map((query) => rankOfPlace(name, query)),
        matchWords(typed, name.words) === 'beginning' ? rankOfMatch.beginning : undefined,
      ]
    : organisation.map((reading) => rankOfOrganisation(name, reading));
  const rank = least(ranks);
  return rank === undefined ? undefined : rank + (name.former ? 1 : 0);
}

function foundBy({ unit, former }: UnitName, rank: number): FoundUnit {
  if (!former) return { ...unit, rank };
  const { name, until, part } = former;
  return { ...unit, rank, former: name, ...(until && { until }), ...(part && { part }) };
}

const inVietnameseOrder = new Intl.Collator('vi', { numeric: true });

/** Sorts units of one rank by name; a unit that took over only a part comes after the others. */
const byFit = (a: FoundUnit, b: FoundUnit): number =>
  a.rank - b.rank ||
  Number(a.part !== undefined) - Number(b.part !== undefined) ||
  inVietnameseOrder.compare(a.name, b.name);

/**
 * Makes a search over units by current name, abbreviation and former name, typed with or without tones, office and type.
 * Returns each unit once, best first: whole names, beginnings, adjacent words, words in any order.
 */
export function unitSearch(units: readonly NamedUnit[]): (typed: string) => FoundUnit[] {
  const names = units.map(namesOf);
  return (typed) => {
    const words = wordsOf(typed);
    if (words.length === 0) return [];
    const organisation = organisationQueries(words).map((way) => ({ typed: way, expanded: readings(way) }));
    const query = { organisation, places: placeQueries(words), typed: words };
    return names
      .flatMap((ofUnit) => {
        const ranked = ofUnit.flatMap((name) => {
          const rank = rankOf(name, query);
          return rank === undefined ? [] : [foundBy(name, rank)];
        });
        // Of equal ranks the first name wins: current names stand first.
        return ranked.sort((a, b) => a.rank - b.rank).slice(0, 1);
      })
      .sort(byFit);
  };
}

/**
 * The unit that was certainly meant: the only one whose whole name was typed, or the only one found, with words in order.
 * Undefined where a person must choose.
 */
export function unitMeant(found: readonly FoundUnit[]): FoundUnit | undefined {
  const [first, second] = found;
  if (!first) return undefined;
  const isWholeName = first.rank < afterWholeNames && first.rank !== second?.rank;
  return isWholeName || (!second && inOrder.includes(first.rank)) ? first : undefined;
}

/**
 * The unit whose whole name was typed with its type, where no other is called so. A former name counts only where its work went to one
 * unit and no unit of today has that name with another type. Undefined where a person must choose.
 */
export function unitNamed(found: readonly FoundUnit[]): FoundUnit | undefined {
  const [first, second] = found;
  if (!first || first.rank >= rankOfMatch.whole || first.rank === second?.rank || first.part !== undefined)
    return undefined;
  const isBorneToday = found.some(({ former, rank }) => former === undefined && rank < rankOfMatch.beginning);
  return first.former !== undefined && isBorneToday ? undefined : first;
}
