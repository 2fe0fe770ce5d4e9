import type { Redirect } from '../../gallery/stories/server/publication-log.ts';

/** Lists of stories come and go with what they list: such an address then leads to the whole gallery. */
const passing = /^\/dien-hinh\/(?:loc|tat-ca)\//;

/** A page that the public knew is in this build no more. */
class LostAddressError extends Error {
  override readonly name = 'LostAddressError';
}

/** What the addresses of a build are made of. */
export interface Addresses {
  /** Every path that was ever a page. */
  known: readonly string[];
  /** The paths that are pages now. */
  built: ReadonlySet<string>;
  /** Given up by editors. */
  moved: readonly { from: string; to: string }[];
  /** Of the stories. */
  stories: readonly Redirect[];
}

/**
 * Where every address that is no page any more leads: an address once published never answers 404.
 * Throws LostAddressError for one that leads nowhere.
 */
export function allRedirects({ known, built, moved, stories }: Addresses): Redirect[] {
  const given = [...moved.map(({ from, to }): Redirect => ({ from, to, status: 301 })), ...stories];
  const led = new Set(given.map(({ from }) => from));
  const lost = known.filter((path) => !built.has(path) && !led.has(path));
  const nowhere = lost.filter((path) => !passing.test(path));
  if (nowhere.length > 0)
    throw new LostAddressError(
      `Once public, now gone: ${nowhere.join(' ')} – say in content/moved.json where each leads.`,
    );
  return [...given, ...lost.map((from): Redirect => ({ from, to: '/dien-hinh/', status: 301 }))];
}
