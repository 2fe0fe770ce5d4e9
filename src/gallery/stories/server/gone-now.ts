import type { Database } from '../../../platform/postgres.ts';
import { isPublished } from '../public.ts';
import { goneReason, isServed } from './publication-log.ts';

/** A story that the site still shows although it is no longer public: the next build will leave it out. */
export interface GoneStory {
  id: string;
  /** Every slug that it ever had. */
  slugs: string[];
  /** What staff tell the public; null where they gave no reason, or did not take it down. */
  reason: string | null;
}

/** The stories that were taken down since the build that is served read them: until the next one is served, not only begun. */
export async function goneNow(db: Database): Promise<GoneStory[]> {
  const { rows } = await db.query<GoneStory>(
    `select sh.id, array_agg(g.slug) as slugs, min(${goneReason('sh', 's')}) as reason
     from shown_stories sh join stories s using (id) join shown_slugs g on g.id = sh.id
     where (sh.withdrawn_at is null or ${isServed('sh')}) and not (${isPublished('s')}) group by sh.id`,
  );
  return rows;
}

/** Whether the set of stories that are public is another one than the site shows: somebody waits for that. */
export async function isSetChanged(db: Database): Promise<{ isLess: boolean; isMore: boolean }> {
  const { rows } = await db.query<{ isLess: boolean; isMore: boolean }>(
    `select
       exists (select from shown_stories sh join stories s using (id)
               where sh.withdrawn_at is null and not (${isPublished('s')})) as "isLess",
       exists (select from stories s where ${isPublished('s')}
               and not exists (select from shown_stories sh where sh.id = s.id and sh.withdrawn_at is null)) as "isMore"`,
  );
  return rows[0] ?? { isLess: false, isMore: false };
}
