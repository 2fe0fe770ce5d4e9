import type { Database } from '../../../../platform/postgres.ts';
import type { Adoption } from '../../../adoptions/adoption.ts';
import { readAdoptions } from '../../../adoptions/server/store.ts';
import { isPublic, isPublished } from '../../../stories/public.ts';
import { goneReason } from '../../../stories/server/publication-log.ts';
import { readPublished, readWaiting } from '../../../stories/server/store.ts';
import type { StoredStory } from '../../../story.ts';
import { type GoneOfRelease, type PressRelease, releaseSlug } from '../release.ts';

/** A release with its stories and the public adoptions of models. */
export interface ReleaseStories {
  release: PressRelease;
  stories: readonly StoredStory[];
  adoptions: readonly Adoption[];
}

interface OutRelease {
  key: string;
  name: string;
  at: Date;
  shown: string[];
  gone: GoneOfRelease[];
}

const served = 'h.withdrawn_at is null and h.unserved_since is null';

/** SQL: no longer public, whether or not a build has followed. What was taken down is told at once. */
const isGone = `(h.withdrawn_at is not null or ${served} and not coalesce(${isPublished('s')}, false))`;

/** Releases that are out, the latest first, each with the codes of the stories that the site shows, and with those it showed. */
async function outReleases(db: Database): Promise<OutRelease[]> {
  const { rows } = await db.query<OutRelease>(
    `select r.key, r.name, r.release_at as at,
       coalesce(array_agg(h.id order by h.id) filter (where ${served}), '{}') as shown,
       coalesce(json_agg(json_build_object('id', h.id, 'reason', ${goneReason('h', 's')}) order by h.id) filter (where ${isGone}), '[]') as gone
     from releases r join release_stories m on m.release = r.key join shown_stories h on h.id = m.id
       left join stories s on s.id = h.id
     where r.begun_at is not null and r.release_at is not null
     group by r.key, r.name, r.release_at order by r.release_at desc, r.key`,
  );
  return rows;
}

const released = ({ key, name, at, gone }: OutRelease): PressRelease => ({
  name,
  slug: releaseSlug(key),
  at,
  isHeld: false,
  gone,
});

/** The releases that are out and of which a story is public at this moment, the latest first. Nothing tells of one that is not out. */
export async function readOut(db: Database, samples: boolean): Promise<PressRelease[]> {
  const all = await outReleases(db);
  const ids = all.flatMap(({ shown }) => shown);
  const { rows } = await db.query<{ id: string }>(
    `select id from stories where ${isPublic} and id = any($2)`,
    [samples, ids],
  );
  const now = new Set(rows.map(({ id }) => id));
  return all.filter(({ shown }) => shown.some((id) => now.has(id))).map(released);
}

/** A release that is out, by its name in addresses, with those of its stories that are public at this moment. */
export async function findOut(db: Database, slug: string, samples: boolean): Promise<ReleaseStories | null> {
  const found = (await outReleases(db)).find(({ key }) => releaseSlug(key) === slug);
  if (!found) return null;
  const stories = await readPublished(db, { samples, ids: found.shown });
  return {
    release: released(found),
    stories: stories.toSorted((a, b) => a.id.localeCompare(b.id)),
    adoptions: await readAdoptions(db, samples),
  };
}

/** What staff see of a release before its time; null where its row is gone. */
export interface HeldRelease extends ReleaseStories {
  /** Staff have said that it is complete, and when it is told. Before that nothing of it is handed out. */
  isConfirmed: boolean;
}

/** A release by its row, out or not: for staff alone. */
export async function findForStaff(
  db: Database,
  recordId: string,
  samples: boolean,
): Promise<HeldRelease | null> {
  const { rows } = await db.query<{
    key: string;
    name: string;
    at: Date | null;
    confirmed: boolean;
    isOut: boolean;
  }>(
    `select key, name, release_at as at, confirmed, begun_at is not null as "isOut" from releases where record_id = $1`,
    [recordId],
  );
  const [row] = rows;
  if (!row) return null;
  const slug = releaseSlug(row.key);
  if (row.isOut) {
    const out = await findOut(db, slug, samples);
    if (out) return { ...out, isConfirmed: true };
  }
  const at = row.at ?? new Date();
  const stories = await readWaiting(db, { samples, release: row.key, at });
  const isConfirmed = row.confirmed && row.at !== null;
  const release = { name: row.name, slug, at, isHeld: !row.isOut, gone: [] };
  return {
    release,
    stories: stories.toSorted((a, b) => a.id.localeCompare(b.id)),
    adoptions: await readAdoptions(db, samples),
    isConfirmed,
  };
}
