import type { Redirect } from '../../gallery/stories/server/publication-log.ts';

/** Pages that rows of the base make, and that disappear with them; their addresses then lead to the page above. */
const passing: readonly (readonly [RegExp, string])[] = [
  [/^\/dien-hinh\/(?:loc|tat-ca)\//, '/dien-hinh/'],
  [/^\/tien-do\/cum-khoi\//, '/tien-do/'],
  [/^\/tien-do\/ke-hoach-don-vi\/\d+\/$/, '/tien-do/ke-hoach-don-vi/'],
  [/^\/van-ban\/[^/]+\/$/, '/van-ban/'],
  [/^\/lay-y-kien\/[^/]+\/$/, '/lay-y-kien/'],
];

/** Where the address of a page leads that a row made and took away; undefined for other pages. */
const above = (path: string): string | undefined => passing.find(([page]) => page.test(path))?.[1];

/** A page that was public is missing from this build. */
class LostAddressError extends Error {
  override readonly name = 'LostAddressError';
}

/** The addresses that redirects are computed from. */
export interface Addresses {
  /** Every path that was ever a page. */
  known: readonly string[];
  /** The paths that are pages now. */
  built: ReadonlySet<string>;
  /** Addresses given up by editors. */
  moved: readonly { from: string; to: string }[];
  /** Redirects of stories. */
  stories: readonly Redirect[];
}

/**
 * Redirects for every address that is no longer a page: a published address must never answer 404.
 * Throws LostAddressError for an address without a target.
 */
export function allRedirects({ known, built, moved, stories }: Addresses): Redirect[] {
  const given = [...moved.map(({ from, to }): Redirect => ({ from, to, status: 301 })), ...stories];
  const led = new Set(given.map(({ from }) => from));
  const lost = known.filter((path) => !built.has(path) && !led.has(path));
  const nowhere = lost.filter((path) => above(path) === undefined);
  if (nowhere.length > 0)
    throw new LostAddressError(
      `Once public, now gone: ${nowhere.join(' ')} – say in content/moved.json where each leads.`,
    );
  return [
    ...given,
    ...lost.flatMap((from): Redirect[] => {
      const to = above(from);
      return to ? [{ from, to, status: 301 }] : [];
    }),
  ];
}
