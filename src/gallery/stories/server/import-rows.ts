import type pg from 'pg';
import { storableRow } from '../../../filing/delivery/pulled-row.ts';
import { noteProblems, noteRows } from '../../../filing/delivery/row-problems.ts';
import type { Database } from '../../../platform/postgres.ts';
import { noteCounted } from '../../award-statistics/server/counted-honours.ts';
import { filesToFetch } from '../../model-files/read-attached.ts';
import { queueModelFiles } from '../../model-files/server/queue.ts';
import { photoProblems, queuePhotos } from '../../photos/queue.ts';
import { savePreviews } from '../../previews/server/previews.ts';
import { storyStates } from '../../story.ts';
import type { StoryFields } from '../content.ts';
import type { StoryRow } from '../record.ts';
import { optionalRules } from '../rules.ts';
import { storySlug } from '../slug.ts';
import { isPublicAt } from '../standing.ts';
import { storyTable } from '../table-name.ts';
import { draftsOf } from './drafts-of.ts';
import { type ImportOptions, type Judged, judgeRows } from './judge-rows.ts';
import { type Loss, withGate } from './losses.ts';
import { lacksId, proposeIds } from './propose-ids.ts';
import { saveStoryHolds } from './releases.ts';
import {
  type KnownStory,
  noteSeenStories,
  ownersOf,
  type StoryToStore,
  saveStandings,
  saveStories,
} from './story-writes.ts';
import { takenDown } from './takedowns.ts';

/** The slug that staff want, or the slug under which the story was shown, or a slug made from its name. */
const wantedSlug = ({ wishedSlug, name }: StoryFields, known: KnownStory | undefined): string =>
  wishedSlug ?? (known?.shown ? known.slug : storySlug(name));

/** The records to store, each with a slug that no other story has or had. */
async function toStore(db: Database, judged: readonly Judged[]): Promise<StoryToStore[]> {
  const fit = judged.flatMap(({ content, ...one }) => (content ? [{ ...one, content }] : []));
  const wanted = fit.map(({ content, known }) => wantedSlug(content, known));
  const owners = await ownersOf(db, wanted);
  return fit.map(({ recordId, content, after, sample }, place) => {
    const slug = wanted[place] ?? '';
    const owner = owners.get(slug) ?? content.id;
    owners.set(slug, owner);
    const own = owner === content.id ? slug : `${slug}-${content.id.toLowerCase()}`;
    return { recordId, fields: content, standing: after, sample, slug: own };
  });
}

/** Queues the pictures of these records and notes the problems of pictures queued earlier. */
async function askForPhotos(
  db: Database,
  judged: readonly Judged[],
  previews: ReturnType<typeof draftsOf>,
): Promise<void> {
  const wanted = judged.flatMap(({ recordId, content, photoUrl: url }) =>
    content?.photo && url ? [{ recordId, attachment: content.photo.attachment, url }] : [],
  );
  const ofDrafts = previews.flatMap(({ photo, photoUrl: url }) =>
    photo && url ? [{ attachment: photo.attachment, url }] : [],
  );
  await queuePhotos(db, [...wanted, ...ofDrafts]);
  const problems = await photoProblems(
    db,
    wanted.map(({ attachment }) => attachment),
  );
  const none = judged.map(({ recordId }) => [recordId, null] as const);
  const found = wanted.map(
    ({ recordId, attachment }) => [recordId, problems.get(attachment) ?? null] as const,
  );
  await noteProblems(db, 'photo', new Map([...none, ...found]));
}

/** Deletes stories that were never shown and whose rows have another `Mã` by now. */
async function dropFormer(client: pg.PoolClient, ids: readonly string[]): Promise<void> {
  await client.query(
    `delete from stories where id = any($1)
       and not exists (select from shown_stories s where s.id = stories.id)`,
    [ids],
  );
}

/** Gives stories whose row was deleted and made again to the new record. */
async function handOver(
  client: pg.PoolClient,
  rows: readonly { recordId: string; known: KnownStory }[],
): Promise<void> {
  const moved = rows.filter(({ recordId, known }) => known.recordId !== recordId);
  await client.query(
    `update stories set record_id = moved.record from unnest($1::text[], $2::text[]) as moved (id, record)
     where stories.id = moved.id`,
    [moved.map(({ known }) => known.id), moved.map(({ recordId }) => recordId)],
  );
}

/** What rows without a `Mã` of their own are offered, in words for staff. */
function offerIds(
  db: Database,
  rows: readonly StoryRow[],
  judged: readonly Judged[],
  { nextIds }: ImportOptions,
): Promise<Map<string, string>> {
  const claims = new Map(judged.map((one) => [one.recordId, one]));
  const lacking = rows.flatMap((row) => {
    const claim = claims.get(row.recordId);
    return claim && nextIds ? (lacksId(row, claim) ?? []) : [];
  });
  return proposeIds(db, lacking, nextIds ?? (async () => []));
}

/** What a row makes of the public set: a loss, a gain, or neither. */
function lossOf({ known, after, visibility }: Judged, now: Date): Loss | null {
  if (!known || !isPublicAt(known, now) || isPublicAt(after, now)) return null;
  const { state, consent, publishedAt, withdrawnReason } = known;
  const before = { state, consent, publishedAt, withdrawnReason };
  return { id: known.id, kind: visibility.state === 'go-bo' ? 'go-bo' : 'khac', before, after };
}

/**
 * Imports one page of rows of `Điển hình` into the store. What is wrong with a row is noted for staff and does not stop the
 * others. The last good version stays public while a row has mistakes that hold it. Losses of the public set pass a gate.
 */
export async function importStories(
  db: Database,
  pulled: readonly StoryRow[],
  options: ImportOptions,
): Promise<void> {
  const now = new Date();
  const rows = pulled.map(storableRow);
  const read = await judgeRows(db, rows, options, now);
  const down = await takenDown(
    db,
    read.flatMap(({ known, id }) => known?.id ?? id ?? []),
  );
  // Of what was taken down nothing is stored, whether a story or a draft.
  const isDown = ({ known, id }: Judged) => down.has(known?.id ?? id ?? '');
  const judged = read.map((one) => (isDown(one) ? { ...one, content: null, mayPreview: false } : one));
  const ofStories = judged.flatMap(({ known, ...one }) => (known ? [{ ...one, known }] : []));
  const free = ofStories.filter(({ known }) => !down.has(known.id));
  const losses = free.flatMap((one) => lossOf(one, now) ?? []);
  const regained = free.filter(({ after }) => isPublicAt(after, now)).map(({ known }) => known.id);
  const stored = await toStore(db, judged);
  await withGate(db, { losses, regained }, async (client, held) => {
    await dropFormer(
      client,
      judged.flatMap(({ former }) => former?.id ?? []),
    );
    await handOver(client, ofStories);
    await saveStandings(
      client,
      free.filter(({ known }) => !held.has(known.id)).map(({ known, after }) => ({ id: known.id, after })),
    );
    await saveStories(
      client,
      stored.filter(({ fields }) => !held.has(fields.id)),
    );
  });
  await saveStoryHolds(db, judged);
  const cellsOf = new Map(rows.map(({ recordId, cells }) => [recordId, cells]));
  const previews = draftsOf(rows, judged, now);
  await savePreviews(db, previews);
  await noteSeenStories(
    db,
    judged.map(({ recordId }) => recordId),
  );
  await askForPhotos(db, judged, previews);
  const withFiles = judged.filter(({ content }) => content?.kind === 'mo-hinh' && content.files.length > 0);
  await queueModelFiles(
    db,
    withFiles.flatMap(({ recordId }) => filesToFetch(cellsOf.get(recordId)?.files)),
  );
  const seen = judged.map(({ recordId, id, visibility }) => ({
    recordId,
    code: id,
    wish:
      storyStates.find(({ name }) => name === cellsOf.get(recordId)?.state)?.id ??
      (visibility.state === 'nhap' ? 'nhap' : null),
    consent: visibility.consent ?? null,
    filingCode: optionalRules.submissionCode(cellsOf.get(recordId)?.submissionCode).value ?? null,
  }));
  await noteRows(db, storyTable, seen);
  const offers = await offerIds(db, rows, judged, options);
  await noteProblems(
    db,
    'row',
    new Map(
      judged.map(({ recordId, problems }) => [
        recordId,
        [...problems, offers.get(recordId)].filter(Boolean).join('\n') || null,
      ]),
    ),
  );
  await noteProblems(db, 'wish', new Map(judged.map(({ recordId, unreadState }) => [recordId, unreadState])));
  await noteCounted(db, rows);
}
