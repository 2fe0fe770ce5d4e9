import { isSame, type Match, matchInitials, matchWords } from '../vietnamese/match-words.ts';
import { readings } from '../vietnamese/synonyms.ts';
import { type NamedUnit, namesOf, type UnitName } from './unit-names.ts';
import { beginsWith, organisationQueries, type PlaceQuery, placeQueries } from './unit-query.ts';
import { isMarked, type Word, wordsOf } from '../vietnamese/words.ts';

/** A unit that a search found. */
export interface FoundUnit extends NamedUnit {
  /** The former name by which it was found. */
  former?: string;
  /** The day on which that name ended, where a source says it. */
  until?: string;
  /** What of the work of that name went to this unit, where it was split. */
  part?: string;
  /** How well what was typed fits: 0 is best; units of one rank fit equally well. */
  rank: number;
}

/** Ranks: each leaves room for a former name (1), another type than was typed (2), and marks that were left out (a half). */
const rankOfMatch = { whole: 2, beginning: 6, together: 10, anywhere: 14 } as const satisfies Record<
  Match,
  number
>;
/** A whole name with its type, or of an organisation, stands before one that was typed without. */
const withType = -2;
const otherType = 2;
const marksLeftOut = 0.5;
const afterWholeNames = 4;
/** Part of a name in its order, of today or former, and no other type. */
const inOrder: readonly number[] = [6, 7, 10, 11];

/** Where a person types marks, “Phú Thanh” is not “Phú Thạnh”; a d may still stand for đ. */
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

/** A way to read what was typed, and what else it means when abbreviations of a list are one with what they stand for. */
interface Reading {
  typed: readonly Word[];
  expanded: readonly (readonly Word[])[];
}

/** How an organisation is typed: word by word, by abbreviations of a list, or by initials. */
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
  // The first letters of a name are those of many others.
  const byInitials = initials && rankOfMatch[initials === 'whole' ? 'whole' : 'anywhere'];
  return least([...byWords, byInitials]);
}

interface Query {
  organisation: Reading[];
  places: PlaceQuery[];
  /** As it stands, for who types an office and no name yet. */
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

/** Units of one rank by name; whoever took over a part comes after whoever took over the rest. */
const byFit = (a: FoundUnit, b: FoundUnit): number =>
  a.rank - b.rank ||
  Number(a.part !== undefined) - Number(b.part !== undefined) ||
  inVietnameseOrder.compare(a.name, b.name);

/**
 * A search over units by their names of today, abbreviations, and former names, typed with or without tones, office and
 * type. Each unit once, best first: whole names, beginnings, words that stand together, words in any order.
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
        // The first of equals: names stand in their order, those of today first.
        return ranked.sort((a, b) => a.rank - b.rank).slice(0, 1);
      })
      .sort(byFit);
  };
}

/**
 * The unit that was meant without doubt: the only one whose whole name was typed, or the only one found, by words in their
 * order. Undefined where a person has to choose.
 */
export function unitMeant(found: readonly FoundUnit[]): FoundUnit | undefined {
  const [first, second] = found;
  if (!first) return undefined;
  const isWholeName = first.rank < afterWholeNames && first.rank !== second?.rank;
  return isWholeName || (!second && inOrder.includes(first.rank)) ? first : undefined;
}
