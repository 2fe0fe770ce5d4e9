/** How many combining marks one letter may carry. No Vietnamese letter has more than two; other scripts reach four. */
const maxMarks = 4;

// An unbounded repeat would overflow the stack of the regular expression on a run of millions of marks.
const markRuns = new RegExp(`(\\p{M}{${maxMarks}})\\p{M}{1,1000}`, 'gu');

/** Letters of Vietnamese and its neighbours, composed, with the usual signs: no mark among them. */
const hasNoMarks = /^[\0-\u02ff\u1e00-\u1eff\u2000-\u206f]*$/;

/** The text with at most `maxMarks` combining marks in a row. */
function withoutMarkRuns(text: string): string {
  if (hasNoMarks.test(text)) return text;
  let cut = text;
  // Each pass keeps about one mark in two hundred: three passes are enough for any text that fits into memory.
  for (let last = ''; cut !== last; ) [last, cut] = [cut, cut.replace(markRuns, '$1')];
  return cut;
}

type Form = 'NFC' | 'NFD' | 'NFKC' | 'NFKD';

/**
 * `String.prototype.normalize` for untrusted text. First cuts every run of combining marks to `maxMarks`: engines sort such a run
 * in quadratic time, so a few kilobytes of packed marks would block a server for an hour. Runs in linear time.
 */
export const normalize = (text: string, form: Form): string => withoutMarkRuns(text).normalize(form);

/** Composes every letter with its marks into one character where Unicode has one (NFC, TCVN 6909). */
export const compose = (text: string): string => normalize(text, 'NFC');
