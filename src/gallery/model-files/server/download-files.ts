import { fetchBytes } from '../../../platform/http/fetch-bytes.ts';
import type { Database } from '../../../platform/postgres.ts';
import { cleanModelFile, maxModelFileBytes } from './clean-file.ts';
import {
  claimModelFile,
  forgetModelFiles,
  keepModelFile,
  noteFilesOfRows,
  noteModelFileProblem,
} from './queue.ts';

/** Most files that one run fetches. The next run follows within a minute. */
const filesARun = 3;

/**
 * Fetches a few files of models while their addresses work, keeps them as they may be handed out, and deletes those that no story
 * hands out any more. After `lastStart`, no download begins.
 */
export async function downloadModelFiles(db: Database, lastStart: Date): Promise<void> {
  const { rows } = await db.query('select 1 from model_files limit 1');
  if (rows.length === 0) return;
  await forgetModelFiles(db);
  for (let taken = 0; taken < filesARun && Date.now() < lastStart.getTime(); taken += 1) {
    const wanted = await claimModelFile(db);
    if (!wanted) break;
    const { attachment, name } = wanted;
    const fetched = await fetchBytes(wanted.url, maxModelFileBytes);
    if (!fetched.ok) {
      await noteModelFileProblem(db, attachment, fetched);
      continue;
    }
    const clean = cleanModelFile(name, new Uint8Array(fetched.bytes));
    if (clean.ok) await keepModelFile(db, attachment, clean);
    else await noteModelFileProblem(db, attachment, { ...clean, isFinal: true });
  }
  await noteFilesOfRows(db);
}
