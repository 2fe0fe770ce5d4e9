import { readPublicAnswers } from '../../../filing/public-answers/store.ts';
import { readOwnerFiles } from '../../../filing/settings/server/owner-files.ts';
import { readSettings } from '../../../filing/settings/server/store.ts';
import { readAdoptions } from '../../../gallery/adoptions/server/store.ts';
import { photoStem } from '../../../gallery/photos/photo-files.ts';
import { readPhotoDigests } from '../../../gallery/photos/queue.ts';
import type { Database } from '../../../platform/postgres.ts';
import { caseOf } from '../../../vocabulary/comment-cases.ts';
import { guidance } from '../../../vocabulary/guidance.ts';
import { publishedPlans } from '../../coverage/published-plans.ts';
import { readFilings } from '../../server/store.ts';
import { type Thing, thingsOf } from '../things.ts';

/** Each thing that is public now, invented ones too. Throws when the store cannot be read. */
export async function readThings(db: Database, now: Date): Promise<Thing[]> {
  const rows = await readSettings(db);
  const cases = rows.flatMap((row) => (row.is === 'comment' ? [caseOf(row)] : []));
  const photos = await readPhotoDigests(db);
  return thingsOf({
    adoptions: await readAdoptions(db, true),
    answers: await readPublicAnswers(db),
    plans: publishedPlans(await readFilings(db, true)),
    cases: cases.filter(({ opensAt }) => opensAt <= now),
    guidance: guidance(rows.flatMap((row) => (row.is === 'text' ? [row] : []))),
    files: await readOwnerFiles(db),
    photos: photos.map(({ id, digest }) => photoStem(id, { digest })),
  });
}
