import type { Database } from '../postgres.ts';
import { readStoryRow, type StoryRow } from './record.ts';
import { noteProblem, saveHead, saveStory, takenSlugs } from './store.ts';
import { storySlug } from './slug.ts';

/** Takes pulled rows of `Điển hình` into the store; a row that cannot be read is noted and holds back no other. */
export async function takeInStories(
  db: Database,
  rows: readonly StoryRow[],
  allowSamples: boolean,
): Promise<void> {
  for (const row of rows) await noteProblem(db, row.recordId, await takeIn(db, row, allowSamples));
}

/** Stores one row; what is wrong with it, or null. */
async function takeIn(db: Database, row: StoryRow, allowSamples: boolean): Promise<string | null> {
  const read = readStoryRow(row);
  if (read.kind === 'problem') {
    // The last good version stays up, unless consent was taken back.
    if (read.head && !read.head.consent) await saveHead(db, row.recordId, read.head);
    return read.problem;
  }
  if (read.kind === 'head') {
    await saveHead(db, row.recordId, read.head);
    return null;
  }
  if (read.sample && !allowSamples) return 'dữ liệu minh hoạ không được đưa vào hệ thống thật';
  const wanted = storySlug(read.fields.name);
  const taken = await takenSlugs(db, read.head.id, wanted);
  const slug = taken.has(wanted) ? `${wanted}-${read.head.id.toLowerCase()}` : wanted;
  const saved = await saveStory(db, { ...read, recordId: row.recordId, slug });
  return saved ? null : `mã ${read.head.id} đã thuộc một bản ghi khác`;
}
