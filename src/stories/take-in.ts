import type { Database } from '../postgres.ts';
import { readStoryRow, type StoryRow } from './record.ts';
import { storySlug } from './slug.ts';
import { noteProblem, saveStory, saveVisibility, takenSlugs } from './store.ts';

/** Takes pulled rows of `Điển hình` into the store; a row that cannot be read is noted and holds back no other. */
export async function takeInStories(
  db: Database,
  rows: readonly StoryRow[],
  allowSamples: boolean,
): Promise<void> {
  for (const row of rows) await noteProblem(db, row.recordId, await takeIn(db, row, allowSamples));
}

/** Stores one row; what is wrong with it, or null. The last good version stays up while a row is not fit to show. */
async function takeIn(db: Database, row: StoryRow, allowSamples: boolean): Promise<string | null> {
  const { visibility, fields, sample, problem } = readStoryRow(row);
  await saveVisibility(db, row.recordId, visibility);
  if (!fields) return problem;
  if (sample && !allowSamples) return 'dữ liệu minh hoạ không được đưa vào hệ thống thật';
  const wanted = storySlug(fields.name);
  const taken = await takenSlugs(db, fields.id, wanted);
  const slug = taken.has(wanted) ? `${wanted}-${fields.id.toLowerCase()}` : wanted;
  const saved = await saveStory(db, { recordId: row.recordId, fields, visibility, sample, slug });
  return saved ? null : `mã ${fields.id} đã thuộc một bản ghi khác, hoặc mã của bản ghi này đã đổi`;
}
