import { normalize } from './compose.ts';

/** A letter, with the keys that an input method turned into its marks. */
interface Letter {
  base: string;
  /** Keys that became part of the letter, in the order of hat and tone. */
  lost: string[];
}

/** Keys for the marks of decomposed letters: acute, grave, hook, tilde, dot; hat, horn, breve; the stroke of đ. */
interface Keys {
  marks: Readonly<Record<string, string>>;
  stroke: string;
  /** Keys for a Ư alone. */
  horned: string;
}

const hat = '\u0302';
const telex: Keys = {
  marks: {
    '\u0301': 'S',
    '\u0300': 'F',
    '\u0309': 'R',
    '\u0303': 'X',
    '\u0323': 'J',
    '\u031b': 'W',
    '\u0306': 'W',
  },
  stroke: 'D',
  horned: 'W',
};
const vni: Keys = {
  marks: {
    '\u0301': '1',
    '\u0300': '2',
    '\u0309': '3',
    '\u0303': '4',
    '\u0323': '5',
    [hat]: '6',
    '\u031b': '7',
    '\u0306': '8',
  },
  stroke: '9',
  horned: 'U7',
};

/** Keys of the Vietnamese keyboard of Windows, whose row of digits types letters and tones. */
const windowsDigits: Readonly<Record<string, string>> = {
  [`A\u0306`]: '1',
  [`A${hat}`]: '2',
  [`E${hat}`]: '3',
  [`O${hat}`]: '4',
  '\u0300': '5',
  '\u0309': '6',
  '\u0303': '7',
  '\u0301': '8',
  '\u0323': '9',
  Đ: '0',
};
const windowsLetters = /[AEO][\u0302\u0306]|[\u0300\u0309\u0303\u0301\u0323Đ]/gu;

/** Letters that may stand between a letter and its later key: the rest of the syllable. */
const ofRime = /^[AEIOUYCHMNGPT]$/;

const maxCandidates = 200;

function lettersOf(parted: string, { marks, stroke, horned }: Keys): Letter[] | null {
  const letters: Letter[] = [];
  for (const [written] of parted.matchAll(/\P{M}\p{M}*/gu)) {
    const [first = '', ...rest] = written;
    const isHorned = first === 'U' && rest.includes('\u031b');
    const base = isHorned ? horned : first;
    const tones = rest.filter((mark) => !(isHorned && mark === '\u031b'));
    const lost = tones.map((mark) => (mark === hat && stroke === 'D' ? base : marks[mark]));
    if (lost.includes(undefined)) return null;
    const keys = lost.filter((key) => key !== undefined);
    letters.push(first === 'Đ' ? { base: 'D', lost: [stroke, ...keys] } : { base, lost: keys });
  }
  return letters;
}

/** Every possible order of the lost keys: each key after its letter, at the latest at the end of the syllable. */
function orders(letters: readonly Letter[]): string[] {
  let candidates = [letters.map(({ base }) => base)];
  for (const [at, { lost }] of letters.entries()) {
    let last = at;
    while (ofRime.test(letters[last + 1]?.base ?? '')) last += 1;
    for (const key of lost) {
      if (candidates.length * (last - at + 1) * 2 > maxCandidates) return [];
      candidates = candidates.flatMap((slots) =>
        slots
          .slice(at, last + 1)
          .flatMap((slot, place) =>
            [slot + key, slot.charAt(0) + key + slot.slice(1)].map((typed) => slots.with(at + place, typed)),
          ),
      );
      candidates = [...new Map(candidates.map((slots) => [slots.join('|'), slots])).values()];
    }
  }
  return candidates.map((slots) => slots.join(''));
}

/**
 * The keys, in capitals, that may have produced this text while an input method was on: `ÂB` → `AAB` (Telex), `ABA` (Telex),
 * `A6B` (VNI), `2B` (the Vietnamese keyboard of Windows). At most a few hundred; empty where there would be more.
 */
export function keysBehind(text: string): string[] {
  const parted = normalize(text.toUpperCase(), 'NFD');
  const methods = [telex, vni].map((keys) => lettersOf(parted, keys));
  const windows = parted.replace(windowsLetters, (key) => windowsDigits[key] ?? key);
  return [...new Set([...methods.flatMap((letters) => (letters ? orders(letters) : [])), windows])];
}
