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

/** The people's committee is what the list offers of a commune. */
const offices = phrases(['Ủy ban nhân dân', 'UBND', 'Ủy ban', 'UB']);
/** Others of the same place: the place is found, but nobody says that its committee is meant. */
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

/** An organisation's name may end so before its city is named, or in its place. */
const cities = phrases(['thành phố', 'TP', 'tỉnh']);

/** Whether typed words begin with a phrase, whole. */
export const beginsWith = (words: readonly Word[], phrase: readonly Word[]): boolean =>
  words.length >= phrase.length &&
  phrase.every((word, at) => {
    const typed = words[at];
    return typed !== undefined && isSame(typed, word);
  });

/** The type at the beginning of a name, and the name; undefined where there is none, or nothing after it. */
export function takeType(words: readonly Word[]): { type: string; name: Word[] } | undefined {
  const found = types.find((type) => words.length > type.words.length && beginsWith(words, type.words));
  return found && { type: found.type, name: words.slice(found.words.length) };
}

/** Words without one of these endings; as they are where they have none. */
function without(endings: readonly (readonly Word[])[], words: readonly Word[]): readonly Word[] {
  const ending = endings.find(
    (phrase) => words.length > phrase.length && beginsWith(words.slice(-phrase.length), phrase),
  );
  return ending ? words.slice(0, -ending.length) : words;
}

/** Each way once. */
const different = (ways: readonly (readonly Word[])[]) =>
  ways.filter((way, at) => ways.findIndex((other) => other.length === way.length) === at);

/** What was typed of an organisation, and the same without the city at its end: “Ban Dân tộc tỉnh Bình Phước”. */
export const organisationQueries = (words: readonly Word[]): (readonly Word[])[] =>
  different([words, without(tails, words), without(cities, without(tails, words))]);

/** A commune or district as it was typed. */
export interface PlaceQuery {
  name: readonly Word[];
  /** Undefined where none was typed. */
  type: string | undefined;
  /** The district that was named after it. */
  district: readonly Word[] | undefined;
  /** Whether an office was typed that the list does not offer. */
  isOtherOffice: boolean;
}

const districts = districtsFile.districts.map(({ name }) => takeType(wordsOf(name))?.name ?? []);

/** “Bình Sơn, huyện Phú Riềng”: the name, and the district after it; only of those that were. */
function withDistrict(name: readonly Word[]) {
  return name.slice(1).flatMap((_, before) => {
    const rest = name.slice(before + 1);
    const typed = takeType(rest)?.name ?? rest;
    const district = districts.find((known) => known.length === typed.length && beginsWith(typed, known));
    return district ? [{ name: name.slice(0, before + 1), district }] : [];
  });
}

/** The ways to read what was typed as a commune or district, with or without office, type, district and city. */
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
