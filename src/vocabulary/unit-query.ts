import districtsFile from '../../content/search/former-districts.json' with { type: 'json' };
import { isSame } from '../vietnamese/match-words.ts';
import { type Word, wordsOf } from '../vietnamese/words.ts';

const phrases = (names: readonly string[]): Word[][] => names.map(wordsOf);

const types = [
  ['phường', 'P'],
  ['xã', 'X'],
  ['thị trấn', 'TT'],
  ['huyện', 'H'],
  ['thị xã', 'TX'],
  ['thành phố', 'TP'],
  ['tỉnh'],
].flatMap(([type = '', ...short]) => phrases([type, ...short]).map((words) => ({ type, words })));

/** Offices that mean the people's committee, which the list offers for each commune. */
const offices = phrases(['Ủy ban nhân dân', 'UBND', 'Ủy ban', 'UB']);
/** Other offices of a commune: the search finds the commune, but does not assume that its committee is meant. */
const otherOffices = phrases([
  'Đảng ủy',
  'Đảng bộ',
  'Huyện ủy',
  'Thị ủy',
  'Thành ủy',
  'Hội đồng nhân dân',
  'HĐND',
]);
const tails = phrases(['thành phố Đồng Nai', 'TP Đồng Nai', 'tỉnh Đồng Nai', 'Đồng Nai', 'tỉnh Bình Phước']);

/** Words that may stand before the city at the end of an organisation's name, or replace the city. */
const cities = phrases(['thành phố', 'TP', 'tỉnh']);

/** Whether typed words begin with a whole phrase. */
export const beginsWith = (words: readonly Word[], phrase: readonly Word[]): boolean =>
  words.length >= phrase.length &&
  phrase.every((word, at) => {
    const typed = words[at];
    return typed !== undefined && isSame(typed, word);
  });

/** Splits a name into type and name; undefined without a type, or with nothing after the type. */
export function takeType(words: readonly Word[]): { type: string; name: Word[] } | undefined {
  const found = types.find((type) => words.length > type.words.length && beginsWith(words, type.words));
  return found && { type: found.type, name: words.slice(found.words.length) };
}

/** Removes one of these endings from words that have it. */
function without(endings: readonly (readonly Word[])[], words: readonly Word[]): readonly Word[] {
  const ending = endings.find(
    (phrase) => words.length > phrase.length && beginsWith(words.slice(-phrase.length), phrase),
  );
  return ending ? words.slice(0, -ending.length) : words;
}

/** Removes duplicate readings. */
const different = (ways: readonly (readonly Word[])[]) =>
  ways.filter((way, at) => ways.findIndex((other) => other.length === way.length) === at);

/** The words typed for an organisation, and the same words without the city at the end: “Ban Dân tộc tỉnh Bình Phước”. */
export const organisationQueries = (words: readonly Word[]): (readonly Word[])[] =>
  different([words, without(tails, words), without(cities, without(tails, words))]);

/** A typed commune or district. */
export interface PlaceQuery {
  name: readonly Word[];
  /** Undefined where no type was typed. */
  type: string | undefined;
  /** The district typed after the name. */
  district: readonly Word[] | undefined;
  /** Whether the typed office is one that the list does not offer. */
  isOtherOffice: boolean;
}

const districts = districtsFile.districts.map(({ name }) => takeType(wordsOf(name))?.name ?? []);

/** Splits “Bình Sơn, huyện Phú Riềng” into the name and the district. Recognises only districts that existed. */
function withDistrict(name: readonly Word[]) {
  return name.slice(1).flatMap((_, before) => {
    const rest = name.slice(before + 1);
    const typed = takeType(rest)?.name ?? rest;
    const district = districts.find((known) => known.length === typed.length && beginsWith(typed, known));
    return district ? [{ name: name.slice(0, before + 1), district }] : [];
  });
}

/** All readings of typed words as a commune or district, with or without office, type, district and city. */
export function placeQueries(typed: readonly Word[]): PlaceQuery[] {
  return different([typed, without(tails, typed)]).flatMap((words) => {
    const other = otherOffices.find((phrase) => beginsWith(words, phrase));
    const phrase = other ?? offices.find((each) => beginsWith(words, each)) ?? [];
    const place = words.slice(phrase.length);
    const { type, name } = takeType(place) ?? { type: undefined, name: place };
    return [{ name, district: undefined }, ...withDistrict(name)].map((way) => ({
      ...way,
      type,
      isOtherOffice: other !== undefined,
    }));
  });
}
