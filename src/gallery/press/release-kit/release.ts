import { officialDateTime } from '../../../vietnamese/official-date.ts';

/** A release of staff as the press gets it. */
export interface PressRelease {
  name: string;
  /** Its name in addresses. */
  slug: string;
  /** From when on it may be told. */
  at: Date;
  /** It is not out yet: only a private address has it, and all of it says from when on it may be told. */
  isHeld: boolean;
  /** Its stories that were taken down since. */
  gone: readonly GoneOfRelease[];
}

/** A story of a release that was public and no longer is; `reason` is null where staff gave none. */
export interface GoneOfRelease {
  id: string;
  reason: string | null;
}

/** The page of all releases; each is below it. */
export const releasesPage = '/bao-chi/dot/';

/** A key of a release (see `releaseKey`) as a part of an address. */
export const releaseSlug = (key: string): string =>
  key.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');

/** Addresses of a release that is out: its page, and its kit as a zip. */
export const releasePaths = (slug: string) =>
  ({ page: `${releasesPage}${slug}/`, kit: `${releasesPage}${slug}.zip` }) as const;

/** What stands first on whatever is handed out before the time of a release; null once it is out. */
export const embargoWords = ({ at, isHeld }: PressRelease): string | null =>
  isHeld ? `CẤM PHÁT TRƯỚC ${officialDateTime(at)}` : null;
