import { photoProblems, queuePhotos } from '../../photos/queue.ts';
import type { Database } from '../../../platform/postgres.ts';
import {
  type KnownStory,
  knownStories,
  noteProblems,
  ownersOf,
  type StoryToStore,
  saveStories,
  saveVisibility,
} from './story-writes.ts';
import { type ReadRow, readStoryRow, type StoryFields, type StoryRow } from '../record.ts';
import { storySlug } from '../slug.ts';

type Fit = ReadRow & { recordId: string; fields: StoryFields };

/** Why a readable record is refused, or null. The first record with a `Mã` keeps that `Mã`. */
function whyNot({ recordId, fields, sample }: Fit, known: readonly KnownStory[], allowSamples: boolean) {
  if (sample && !allowSamples) return 'dữ liệu minh họa không được đưa vào hệ thống thật';
  const isOther = known.some((story) => (story.id === fields.id) !== (story.recordId === recordId));
  return isOther ? `mã ${fields.id} đã thuộc một bản ghi khác, hoặc mã của bản ghi này đã đổi` : null;
}

/** The slug that staff want, or the slug under which the story was shown, or a slug made from its name. */
const wantedSlug = ({ fields }: Fit, known: KnownStory | undefined): string =>
  fields.wishedSlug ?? (known?.shown ? known.slug : storySlug(fields.name));

/** Gives each record a slug that no other story has or had. */
async function withSlugs(
  db: Database,
  fit: readonly Fit[],
  known: readonly KnownStory[],
): Promise<StoryToStore[]> {
  const wanted = fit.map((record) =>
    wantedSlug(
      record,
      known.find(({ id }) => id === record.fields.id),
    ),
  );
  const owners = await ownersOf(db, wanted);
  return fit.map((record, place) => {
    const { id } = record.fields;
    const slug = wanted[place] ?? '';
    const owner = owners.get(slug) ?? id;
    owners.set(slug, owner);
    return { ...record, slug: owner === id ? slug : `${slug}-${id.toLowerCase()}` };
  });
}

/** Queues the pictures of these records. Resolves with the problems of pictures queued earlier, by record. */
async function askForPhotos(
  db: Database,
  fit: readonly Fit[],
): Promise<[recordId: string, problem: string][]> {
  const wanted = fit.flatMap(({ recordId, fields: { photo }, photoUrl: url }) =>
    photo && url ? [{ recordId, attachment: photo.attachment, url }] : [],
  );
  await queuePhotos(db, wanted);
  const problems = await photoProblems(
    db,
    wanted.map(({ attachment }) => attachment),
  );
  return wanted.flatMap(({ recordId, attachment }) => {
    const problem = problems.get(attachment);
    return problem === undefined ? [] : [[recordId, problem]];
  });
}

/**
 * Imports one page of rows of `Điển hình` into the store. An unreadable row is noted and does not stop the others. The last
 * good version stays public while a row has mistakes.
 */
export async function importStories(
  db: Database,
  rows: readonly StoryRow[],
  allowSamples: boolean,
): Promise<void> {
  const read = rows.map((row) => ({ recordId: row.recordId, ...readStoryRow(row) }));
  const problems = new Map(read.map(({ recordId, problem }) => [recordId, problem]));
  const candidates = read.flatMap(({ fields, ...row }): Fit[] => (fields ? [{ ...row, fields }] : []));
  const known = await knownStories(
    db,
    candidates.map(({ fields }) => fields.id),
    candidates.map(({ recordId }) => recordId),
  );
  const fit = candidates.filter((candidate) => {
    const problem = whyNot(candidate, known, allowSamples);
    if (problem) problems.set(candidate.recordId, problem);
    else known.push({ id: candidate.fields.id, recordId: candidate.recordId, slug: '', shown: false });
    return problem === null;
  });
  await saveVisibility(db, read);
  await saveStories(db, await withSlugs(db, fit, known));
  for (const [recordId, problem] of await askForPhotos(db, fit)) problems.set(recordId, problem);
  await noteProblems(db, problems);
}
