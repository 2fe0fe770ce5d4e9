import type { Visibility } from './record.ts';

/** What decides whether a stored story is public. */
export interface Standing {
  state: string;
  consent: boolean;
  /** ISO. */
  publishedAt: string;
  withdrawnReason: string | null;
}

/** Whether a story with this standing is public at `now`. */
export const isPublicAt = ({ state, consent, publishedAt }: Standing, now: Date): boolean =>
  state === 'cong-bo' && consent && Date.parse(publishedAt) <= now.getTime();

/** Whether a story waits for its time. */
const isWaiting = ({ state, publishedAt }: Standing, now: Date) =>
  state === 'hen-gio' || (state === 'cong-bo' && Date.parse(publishedAt) > now.getTime());

/** What a row makes of the standing of its story. */
export interface NewStanding {
  after: Standing;
  /** A date was cleared while the story waited for it: it waits on, and staff are told. */
  isDateLost: boolean;
}

/**
 * The standing of a story after its row was read; `before` is undefined for a new one. Nothing becomes public by an omission: a
 * story that waits for its time goes on waiting when the date is cleared. A public story stays public while its new time is
 * missing.
 */
export function newStanding(visibility: Visibility, before: Standing | undefined, now: Date): NewStanding {
  const { publishFrom, withdrawnReason } = visibility;
  const stored = before ?? {
    state: 'nhap',
    consent: false,
    publishedAt: now.toISOString(),
    withdrawnReason: null,
  };
  const atOnce = isPublicAt(stored, now) ? stored.publishedAt : now.toISOString();
  const wished = visibility.state ?? stored.state;
  const isDateLost = wished === 'cong-bo' && publishFrom === null && isWaiting(stored, now);
  const isShown = isPublicAt(stored, now);
  const keepsPublic = wished === 'hen-gio' && isShown;
  // A date that cannot be read may be an embargo.
  const isDateUnknown = wished === 'cong-bo' && publishFrom === undefined && !isShown;
  const waits = isDateLost || isDateUnknown;
  const kept = keepsPublic ? 'cong-bo' : wished;
  const state = waits ? 'hen-gio' : kept;
  const publishedAt =
    publishFrom === undefined || keepsPublic || isDateLost ? stored.publishedAt : (publishFrom ?? atOnce);
  return {
    after: { state, consent: visibility.consent ?? stored.consent, publishedAt, withdrawnReason },
    isDateLost,
  };
}
