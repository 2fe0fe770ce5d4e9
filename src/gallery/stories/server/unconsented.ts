import type { Database } from '../../../platform/postgres.ts';
import { closePreviews } from '../../previews/server/previews.ts';

/**
 * Forgets the text of stories that nobody agrees to show any more, or that were taken down: address, state and reason stay. The base has
 * the text; once it may be shown again, it comes back from there. Losses that may be put back, because they are many, keep it. A unit
 * that objected may still read its draft and answer again; of what was taken down no draft stays either.
 */
export async function forgetUnconsented(db: Database): Promise<void> {
  await db.query(
    `update stories s set fields = '{}', name_key = '' where (not s.consent or s.state = 'go-bo') and s.fields <> '{}'
       and not exists (select from story_losses l where l.id = s.id and (l.held or l.lost_at > now() - interval '1 hour'))`,
  );
  await closePreviews(db);
}
