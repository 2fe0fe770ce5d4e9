import { fold } from '../../vietnamese/fold.ts';

/** A release as staff set it, by its key. */
export interface Release {
  key: string;
  /** Null while staff set no time. */
  at: Date | null;
  /** It has begun: what names it is told and shown. */
  isOut: boolean;
}

/** In place of a key: staff cleared the cell while the row waited. */
export const clearedKey = '';
/** In place of a key: the column cannot be read, so nobody knows whether the row belongs to a release. */
export const unreadableKey = '?';

/** The name of a release as it is compared: tones, capitals and doubled blanks do not count. */
export const releaseKey = (name: string): string => fold(name).replaceAll(/\s+/g, ' ').trim();

/** Whether a row takes effect now. `release`: the key that it belongs to, or one of the keys above. */
export type Hold =
  /** `from`: the instant from which on it may be seen. */
  | { is: 'free'; release: string | null; from: Date | null }
  | { is: 'held'; release: string; why: 'waits' | 'unknown' | 'cleared' | 'unreadable' };

const free: Extract<Hold, { is: 'free' }> = { is: 'free', release: null, from: null };

function holdOfKey(key: string, releases: ReadonlyMap<string, Release>): Hold {
  const release = releases.get(key);
  if (release?.isOut) return { is: 'free', release: key, from: release.at };
  return { is: 'held', release: key, why: release ? 'waits' : 'unknown' };
}

/**
 * Whether a row is held for a release. `named`: the cell, undefined where its column cannot be read; `before`: the key that the row
 * waited for so far, null where it waited for none. Nothing is let go by an omission: a cleared cell, a lost column or a misspelt
 * name keeps the row back.
 */
export function holdOf(
  named: string | null | undefined,
  before: string | null,
  releases: ReadonlyMap<string, Release>,
): Hold {
  const waited = before !== null && before !== unreadableKey && !releases.get(before)?.isOut;
  if (named === undefined) {
    if (waited) return holdOfKey(before, releases);
    const isAnyPlanned = [...releases.values()].some(({ isOut }) => !isOut);
    return isAnyPlanned ? { is: 'held', release: unreadableKey, why: 'unreadable' } : free;
  }
  const key = releaseKey(named ?? '');
  if (key !== '') return holdOfKey(key, releases);
  if (waited) return { is: 'held', release: clearedKey, why: 'cleared' };
  // The column can be read again: the row was in no release, so it need not have waited.
  return before === unreadableKey ? { is: 'free', release: null, from: new Date() } : free;
}
