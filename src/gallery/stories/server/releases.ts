import { isAvailable } from '../../../filing/delivery/pulled-row.ts';
import { clearedKey, type Hold, holdOf } from '../../../filing/releases/hold.ts';
import { readReleases } from '../../../filing/releases/read-releases.ts';
import type { Database } from '../../../platform/postgres.ts';
import type { StoryRow, Visibility } from '../record.ts';

type Client = Pick<Database, 'query'>;

/** For each of these rows, whether it is held for a release; by record. */
export async function storyHolds(db: Client, rows: readonly StoryRow[]): Promise<Map<string, Hold>> {
  const releases = await readReleases(db);
  const { rows: known } = await db.query<{ recordId: string; release: string }>(
    'select record_id as "recordId", release from release_stories where record_id = any($1)',
    [rows.map(({ recordId }) => recordId)],
  );
  const before = new Map(known.map(({ recordId, release }) => [recordId, release]));
  return new Map(
    rows.map((row) => {
      const { release } = row.cells;
      const cell = typeof release === 'string' ? release : null;
      const named = isAvailable(row, 'release') ? cell : undefined;
      return [row.recordId, holdOf(named, before.get(row.recordId) ?? null, releases)];
    }),
  );
}

/** Where a story stands in a release. */
export interface StoryHold {
  /** The key of the release; see `Hold`. */
  release: string;
  /** It waits: nothing but the release shows it. */
  isHeld: boolean;
  /** Nothing else keeps it back. */
  isReady: boolean;
  /** Its own embargo; ISO. */
  publishFrom: string | null;
}

interface InRelease extends Omit<StoryHold, 'release' | 'isReady'> {
  visibility: Visibility;
  release: string | null;
}

const publishes = ['cong-bo', 'hen-gio'];

/** The later of two instants. */
const later = (own: string | null | undefined, release: Date | null) =>
  own && release && Date.parse(own) < release.getTime()
    ? release.toISOString()
    : (own ?? release?.toISOString());

/**
 * What the cells of a row say once its release is considered: until it is out, the row waits as one without a time does; afterwards
 * it is public from then on, or from its own later time.
 */
export function inRelease(visibility: Visibility, hold: Hold | undefined): InRelease {
  const publishFrom = visibility.publishFrom ?? null;
  const none = { visibility, release: null, isHeld: false, publishFrom };
  if (!hold) return none;
  const isMeant = publishes.includes(visibility.state ?? '');
  if (hold.is === 'free') {
    const { release } = hold;
    if (hold.from === null) return { ...none, release };
    const from = visibility.publishFrom === undefined ? undefined : later(publishFrom, hold.from);
    const out = { ...visibility, state: 'cong-bo', publishFrom: from ?? visibility.publishFrom };
    return { ...none, release, visibility: isMeant ? out : visibility };
  }
  const { release } = hold;
  // A time of its own, or another state than “Công bố”, says what becomes of it without the release.
  if (release === clearedKey && (publishFrom !== null || visibility.state !== 'cong-bo')) return none;
  const waiting = { ...visibility, state: 'hen-gio', publishFrom: null };
  return { ...none, release, isHeld: isMeant, visibility: isMeant ? waiting : visibility };
}

/** Notes which rows name a release, and which of them would be shown by it. */
export async function saveStoryHolds(
  db: Client,
  rows: readonly { recordId: string; id: string | null; hold: StoryHold | null }[],
): Promise<void> {
  const held = rows.flatMap(({ hold, ...row }) => (hold ? [{ ...row, ...hold }] : []));
  await db.query('delete from release_stories where record_id = any($1) and record_id <> all($2)', [
    rows.map(({ recordId }) => recordId),
    held.map(({ recordId }) => recordId),
  ]);
  await db.query(
    `insert into release_stories (record_id, id, release, ready, publish_from)
     select "recordId", id, release, "isReady", "publishFrom" from jsonb_to_recordset($1::jsonb)
       as held ("recordId" text, id text, release text, "isReady" boolean, "publishFrom" timestamptz)
     on conflict (record_id) do update set id = excluded.id, release = excluded.release, ready = excluded.ready,
       publish_from = excluded.publish_from, noted_at = now()`,
    [JSON.stringify(held)],
  );
}

/** Lets the stories of a release that has begun be shown, within its transaction. */
export async function showReleased(client: Client, release: string): Promise<void> {
  await client.query(
    `update stories s set state = 'cong-bo', published_at = greatest(r.release_at, m.publish_from)
     from release_stories m join releases r on r.key = m.release
     where r.key = $1 and r.begun_at is not null and m.ready and m.id = s.id and m.record_id = s.record_id
       and s.state = 'hen-gio' and s.consent`,
    [release],
  );
}
