import { bodyWords, type NamedDecision, numberWords, plainWords } from './decision-terms.ts';

/** Whether words hold others as whole words. */
const holds = (words: string, part: string): boolean => part !== '' && ` ${words} `.includes(` ${part} `);

const twoDigits = (number: string): string => number.padStart(2, '0');

/** The day that stands first in some words: “ngay 15 thang 9 nam 2026”, “ky ngay 15 9 2026”, “2026 09 15”. */
function dayFirst(words: string): { day: string; rest: string } | null {
  const lead = /^(?:de )?(?:ky |ban hanh )?(?:ngay )?/.exec(words)?.[0] ?? '';
  const rest = words.slice(lead.length);
  const ours = /^(\d{1,2}) (?:thang )?(\d{1,2}) (?:nam )?(\d{4})(?= |$)/.exec(rest);
  const iso = /^(\d{4}) (\d{2}) (\d{2})(?= |$)/.exec(rest);
  const [year, month, day] = ours ? [ours[3], ours[2], ours[1]] : (iso?.slice(1) ?? []);
  const [said = ''] = ours ?? iso ?? [];
  if (!year || !month || !day) return null;
  return { day: `${year}-${twoDigits(month)}-${twoDigits(day)}`, rest: rest.slice(said.length).trim() };
}

/** What follows the number in a text: its day and its body, where the text says them. */
function saidAfter(words: string): { day: string | null; body: string | null } {
  const dated = dayFirst(words);
  const [, body = null] = /^(?:cua )(.+)$/.exec(dated ? dated.rest : words) ?? [];
  return { day: dated?.day ?? null, body };
}

/** Whether a body is the one that a text names: the text may go on after it, or name a part of it. */
function isBody(said: string, body: string): boolean {
  const [own, other] = [bodyWords(body), bodyWords(said)];
  return other === own || other.startsWith(`${own} `) || holds(own, other);
}

/** A number without letters, “12”, is one only where nothing else but its day and body is said. */
const after = (words: string, number: string): string | null => {
  const bare = numberWords(words);
  if (/[a-z]/.test(number))
    return holds(words, number) ? ` ${words} `.split(` ${number} `).slice(1).join(' ').trim() : null;
  return bare === number || bare.startsWith(`${number} ngay `) || bare.startsWith(`${number} cua `)
    ? bare.slice(number.length).trim()
    : null;
};

/**
 * Tells of a decision whether a text names it: its number, however written, and no other day or body beside it. The decisions of two bodies may
 * have the same number.
 */
export function decisionsIn(asked: string): (decision: NamedDecision) => boolean {
  const words = plainWords(asked).join(' ');
  return ({ decisionNumber, decisionDate, decisionBody }) => {
    const number = numberWords(decisionNumber ?? '');
    const rest = number === '' ? null : after(words, number);
    if (rest === null) return false;
    const { day, body } = saidAfter(rest);
    if (day !== null && decisionDate !== null && day !== decisionDate) return false;
    return body === null || decisionBody === null || isBody(body, decisionBody);
  };
}
