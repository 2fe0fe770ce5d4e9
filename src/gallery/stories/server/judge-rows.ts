import { isAvailable, nameOfColumn } from '../../../filing/delivery/pulled-row.ts';
import type { Database } from '../../../platform/postgres.ts';
import { saidWords } from '../../../vietnamese/said-words.ts';
import { type Withheld, withheldOf } from '../../previews/server/answers.ts';
import type { StoryFields } from '../content.ts';
import { type ReadRow, readStoryRow, type StoryRow } from '../record.ts';
import { newStanding, type Standing } from '../standing.ts';
import { type CodesOf, claimIds } from './identity.ts';
import type { NextIds } from './propose-ids.ts';
import { inRelease, type StoryHold, storyHolds } from './releases.ts';
import { type KnownStory, knownStories } from './story-writes.ts';

/** How an import is done. */
export interface ImportOptions {
  allowSamples: boolean;
  codesOf?: CodesOf;
  /** Gives free numbers, to offer them to rows without a `Mã`. */
  nextIds?: NextIds;
}

/** A row with the stored story that it speaks for, and what is wrong with it. */
export interface Judged extends ReadRow {
  recordId: string;
  known: KnownStory | undefined;
  /** Under another `Mã`, which the row had before it was ever shown. */
  former: KnownStory | undefined;
  after: Standing;
  /** Another row has its `Mã`. */
  isTaken: boolean;
  /** Null where nothing of the content is stored. */
  content: StoryFields | null;
  /** The release that it waits for or came with; null where it names none. */
  hold: StoryHold | null;
  /** Whether its text may be shown at a private address. */
  mayPreview: boolean;
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

/** The content without what the unit does not want shown. */
const allowed = (fields: StoryFields | null, held: Withheld | undefined): StoryFields | null =>
  fields && {
    ...fields,
    ...(held?.photo && { photo: null }),
    ...(held?.contact && { contact: null }),
  };

/** The standing of a story that its unit objects to, or about which it was asked and has not answered. */
function heldBack(said: Standing, held: Withheld | undefined, isOnPaper: boolean): Standing {
  if (held?.isRefused) return { ...said, consent: false };
  const waits = held?.isAwaited && !isOnPaper && said.state === 'cong-bo';
  return waits ? { ...said, state: 'cho-xac-nhan' } : said;
}

/** The page in the place of a story that was public names the reason. */
function lacksReason(row: StoryRow, { state, withdrawnReason }: Standing): string | null {
  const isKnown = state !== 'go-bo' || withdrawnReason !== null || !isAvailable(row, 'withdrawnReason');
  // Words that cannot be read are told as such.
  if (isKnown || saidWords(row.cells.withdrawnReason) !== null) return null;
  return `Cột “${nameOfColumn(row, 'withdrawnReason')}”: chưa có lời nào, nên ở địa chỉ cũ người đọc chưa biết vì sao bài được gỡ. Ghi một câu.`;
}

const noOne: CodesOf = async () => new Map();
const noSample =
  'Dữ liệu minh họa không được đưa vào hệ thống thật. Ghi mã đơn vị có thật ở cột “Mã đơn vị”.';

/** Reads rows and decides for which story each speaks, what becomes of it, and what is wrong. */
export async function judgeRows(
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
  const withheld = await withheldOf(db, ids);
  const claimed = await claimIds(claims, known, codesOf);
  const holds = await storyHolds(db, rows);
  return read.map(({ row, ...one }): Judged => {
    const claim = claimed.get(one.recordId);
    const story = claim?.ok ? claim.known : byRecord.get(one.recordId);
    const { visibility, ...hold } = inRelease(one.visibility, holds.get(one.recordId));
    const { after: said, isDateLost } = newStanding(visibility, story, now);
    const held = withheld.get(story?.id ?? one.id ?? '');
    const isOnPaper = row.cells.onPaper === true;
    const after = heldBack(said, held, isOnPaper);
    const problems = [...one.problems];
    const waits = after.state === 'cong-bo' && Date.parse(after.publishedAt) > now.getTime();
    if (claim && !claim.ok) problems.unshift(claim.problem);
    if (isDateLost)
      problems.push(
        `Cột “${nameOfColumn(row, 'publishFrom')}”: đã bị xóa khi bài còn chờ đến giờ, nên bài chờ tiếp. Ghi thời điểm mới; muốn lên ngay thì ghi giờ hiện tại.`,
      );
    if (waits && row.cells.state === 'Công bố')
      problems.push(
        `Cột “${nameOfColumn(row, 'publishFrom')}”: chưa đến giờ nên bài còn chờ, dù “${nameOfColumn(row, 'state')}” là “Công bố”. Đúng ý thì chọn “Hẹn giờ”; muốn lên ngay thì ghi giờ hiện tại.`,
      );
    const reasonless = story?.shown ? lacksReason(row, after) : null;
    if (reasonless) problems.push(reasonless);
    const isSample = one.sample && !allowSamples;
    if (isSample) problems.push(noSample);
    const isStored = story !== undefined && Object.keys(story.fields).length > 0;
    const lacks = !isStored && one.fields !== null && one.lacking.length > 0;
    if (lacks) problems.push(`Bài mới chưa lên được vì bảng thiếu cột “${one.lacking.join('”, “')}”.`);
    // What nobody agrees to publish is not copied here; what was copied before is forgotten (unconsented.ts).
    const isFit = claim?.ok === true && !isSample && !lacks && after.consent;
    const earlier = byRecord.get(one.recordId);
    const former = claim?.ok && earlier && earlier.id !== one.id ? earlier : undefined;
    const content = isFit ? allowed(merged(one, story), held) : null;
    const mayPreview = claim?.ok === true && !isSample;
    const released = heldBack({ ...said, state: 'cong-bo' }, held, isOnPaper);
    const isReady =
      hold.isHeld && released.state === 'cong-bo' && released.consent && (content ?? story) != null;
    const ofRelease = hold.release === null ? null : { ...hold, release: hold.release, isReady };
    return {
      ...one,
      known: story,
      former,
      after,
      hold: ofRelease,
      isTaken: claim?.ok === false && story === undefined,
      content,
      mayPreview,
      problems,
    };
  });
}
