/** Whether a list of `If-None-Match` names this tag, by the weak comparison of RFC 9110, 13.1.2. */
export function isNamed(list: string | undefined, tag: string): boolean {
  if (list === undefined) return false;
  if (list.trim() === '*') return true;
  return list.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

/** A part of a file: the first and the last byte. */
export interface Part {
  first: number;
  last: number;
}

/**
 * The part that `Range` asks for (RFC 9110, 14.2); `'none'` when no part of a file of this size fits; undefined when the header
 * is absent, is not in bytes or asks for several parts: the whole file is sent then, as the standard allows.
 */
export function partOf(range: string | undefined, bytes: number): Part | 'none' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') {
    const last = Number(to);
    return last === 0 || bytes === 0 ? 'none' : { first: Math.max(0, bytes - last), last: bytes - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return undefined;
  if (first >= bytes) return 'none';
  return { first, last: to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1) };
}

const encodings = ['br', 'gzip'] as const;

/** An encoding in which files are stored. */
export type Encoding = (typeof encodings)[number];

/** The encodings that a client accepts, ours first: by `Accept-Encoding` with its weights (RFC 9110, 12.5.3). */
export function acceptedEncodings(header: string | undefined): Encoding[] {
  const weights = new Map<string, number>();
  for (const one of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = one.split(';').map((part) => part.trim());
    const weight = parameters.find((part) => part.startsWith('q='))?.slice(2) ?? '1';
    if (name !== '') weights.set(name, Number(weight));
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  return encodings.filter((name) => weightOf(name) > 0).toSorted((a, b) => weightOf(b) - weightOf(a));
}
