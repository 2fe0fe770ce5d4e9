import { fold } from '../../vietnamese/fold.ts';
import { plainWords } from './decision-terms.ts';

/** A word of a text; `isCut` where more than a space stands before it. */
interface Word {
  word: string;
  isCut: boolean;
}

const read = (text: string): Word[] =>
  [...fold(text).matchAll(/([^\p{L}\p{N}]*)([\p{L}\p{N}]+)/gu)].map(([, before = '', word = '']) => ({
    word,
    isCut: /[^ ]/.test(before),
  }));

/** What people write before a name that is no part of it. */
const titles =
  /(?:^| )(?:ong|ba|anh|chi|em|co|chu|bac|thay|dong chi|d c|dr|ts|ths|bs|tap the|ca nhan|mo hinh|cua|cho|la|va|voi|ten)$/;

const says = (words: readonly Word[]): string => words.map(({ word }) => word).join(' ');

interface Honoree {
  name: string;
  unit: string;
}

/**
 * Tells of a honoree whether a text has the whole name as a name of its own: “ông Nguyễn Văn A”, “Nguyễn Văn A, UBND xã B”. “Nguyễn
 * Văn A Bình” is somebody else.
 */
export function namesIn(asked: string): (honoree: Honoree) => boolean {
  const text = read(asked);
  const whole = ` ${says(text)} `;
  return ({ name, unit }) => {
    const own = plainWords(name);
    return whole.includes(` ${own.join(' ')} `) && isNamed(text, own, unit);
  };
}

function isNamed(text: readonly Word[], own: readonly string[], unit: string): boolean {
  const [ours, theirs] = [own.join(' '), plainWords(unit).join(' ')];
  if (own.length < 2) return says(text) === ours;
  return text.some((first, at) => {
    const end = at + own.length;
    if (says(text.slice(at, end)) !== ours) return false;
    const [before, next] = [says(text.slice(0, at)), text[end]];
    const begins = at === 0 || first.isCut || titles.test(before) || before.endsWith(theirs);
    return begins && (!next || next.isCut || says(text.slice(end)).startsWith(theirs));
  });
}
