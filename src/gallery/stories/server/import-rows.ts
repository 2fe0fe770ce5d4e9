import type pg from 'pg';
import { noteProblems, noteRows } from '../../../filing/delivery/row-problems.ts';
import { columnName } from '../../../filing/delivery/pulled-row.ts';
import { photoProblems, queuePhotos } from '../../photos/queue.ts';
import type { Database } from '../../../platform/postgres.ts';
import { storyStates } from '../../story.ts';
import type { StoryFields } from '../content.ts';
import { type ReadRow, readStoryRow, type StoryRow } from '../record.ts';
import { storySlug } from '../slug.ts';
import { isPublicAt, newStanding } from '../standing.ts';
import { claimIds, type CodesOf } from './identity.ts';
import { type Loss, type Standing, withGate } from './losses.ts';
import { takenDown } from './takedowns.ts';
import {
  type KnownStory,
  knownStories,
  noteSeen,
  ownersOf,
  saveStandings,
  saveStories,
  type StoryToStore,
} from './story-writes.ts';

/** The table of stories, as the code names it. */
export const storyTable = 'Điển hình';

/** How an import is done. */
export interface ImportOptions {
  allowSamples: boolean;
  codesOf?: CodesOf;
}

/** A row with the stored story that it speaks for, and what is wrong with it. */
interface Judged extends ReadRow {
  recordId: string;
  known: KnownStory | undefined;
  /** Under another `Mã`, which the row had before it was ever shown. */
  former: KnownStory | undefined;
  after: Standing;
  /** Null where nothing of the content is stored. */
  content: StoryFields | null;
  problems: string[];
}

/** Fills in what the row says nothing about from what is stored. */
function merged({ fields, keep }: ReadRow, known: KnownStory | undefined): StoryFields | null {
  if (!fields || !known) return fields;
  const kept = Object.fromEntries(
    keep.filter((field) => field in known.fields).map((field) => [field, known.fields[field]]),
  );
  return { ...fields, ...kept };
}

const noOne: CodesOf = async () => new Map();
const noSample =
  'Dữ liệu minh họa không được đưa vào hệ thống thật. Ghi mã đơn vị có thật ở cột “Mã đơn vị”.';

async function judge(
  db: Database,
  rows: readonly StoryRow[],
  { allowSamples, codesOf = noOne }: ImportOptions,
  now: Date,
): Promise<Judged[]> {
  const read = rows.map((row) => ({ row, recordId: row.recordId, ...readStoryRow(row) }));
  const ids = read.flatMap(({ id }) => id ?? []);
  const known = await knownStories(
    db,
    ids,
    read.map(({ recordId }) => recordId),
  );
  const byRecord = new Map(known.map((story) => [story.recordId, story]));
  const claims = read.flatMap(({ recordId, id }) => (id === null ? [] : [{ recordId, id }]));
  const claimed = await claimIds(claims, known, codesOf);
  return read.map(({ row, ...one }): Judged => {
    const claim = claimed.get(one.recordId);
    const story = claim?.ok ? claim.known : byRecord.get(one.recordId);
    const { after, isDateLost } = newStanding(one.visibility, story, now);
    const problems = [...one.problems];
    const waits = after.state === 'cong-bo' && Date.parse(after.publishedAt) > now.getTime();
    if (claim && !claim.ok) problems.unshift(claim.problem);
    if (isDateLost)
      problems.push(
        `Cột “${columnName(row, 'publishFrom')}”: đã bị xóa khi bài còn chờ đến giờ, nên bài chờ tiếp. Ghi thời điểm mới; muốn lên ngay thì ghi giờ hiện tại.`,
      );
    if (waits && row.cells.state === 'Công bố')
      problems.push(
        `Cột “${columnName(row, 'publishFrom')}”: chưa đến giờ nên bài còn chờ, dù “${columnName(row, 'state')}” là “Công bố”. Đúng ý thì chọn “Hẹn giờ”; muốn lên ngay thì ghi giờ hiện tại.`,
      );
    const isSample = one.sample && !allowSamples;
    if (isSample) problems.push(noSample);
    const lacks = !story && one.fields !== null && one.lacking.length > 0;
    if (lacks) problems.push(`Bài mới chưa lên được vì bảng thiếu cột “${one.lacking.join('”, “')}”.`);
    // What nobody agreed to publish is not copied here.
    const isFit = claim?.ok === true && !isSample && !lacks && (after.consent || story !== undefined);
    const earlier = byRecord.get(one.recordId);
    const former = claim?.ok && earlier && earlier.id !== one.id ? earlier : undefined;
    return { ...one, known: story, former, after, content: isFit ? merged(one, story) : null, problems };
  });
}

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
async function askForPhotos(db: Database, judged: readonly Judged[]): Promise<void> {
  const wanted = judged.flatMap(({ recordId, content, photoUrl: url }) =>
    content?.photo && url ? [{ recordId, attachment: content.photo.attachment, url }] : [],
  );
  await queuePhotos(db, wanted);
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
  rows: readonly StoryRow[],
  options: ImportOptions,
): Promise<void> {
  const now = new Date();
  const judged = await judge(db, rows, options, now);
  const ofStories = judged.flatMap(({ known, ...one }) => (known ? [{ ...one, known }] : []));
  const down = await takenDown(
    db,
    ofStories.map(({ known }) => known.id),
  );
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
  await noteSeen(
    db,
    judged.map(({ recordId }) => recordId),
  );
  await askForPhotos(db, judged);
  await noteProblems(
    db,
    'row',
    new Map(judged.map(({ recordId, problems }) => [recordId, problems.join('\n') || null])),
  );
  const wishes = new Map(rows.map(({ recordId, cells }) => [recordId, cells.state]));
  const seen = judged.map(({ recordId, id, visibility }) => ({
    recordId,
    code: id,
    wish:
      storyStates.find(({ name }) => name === wishes.get(recordId))?.id ??
      (visibility.state === 'nhap' ? 'nhap' : null),
    consent: visibility.consent ?? null,
  }));
  await noteRows(db, storyTable, seen);
}
