import type { Patience } from '../../../platform/leased-queue.ts';
import type { Database } from '../../../platform/postgres.ts';
import type { AttachedFiles, FailedFile, FileOutcome, OutgoingFile } from '../../submission.ts';
import { mediaTypes } from '../file-kind.ts';
import type { BlobStore } from './blob-store.ts';
import { claimFiles, type DueFile, fileQueue } from './outgoing.ts';

/** Attaches files to rows of the back office. Throws only errors that no retry of the file can solve. */
export interface SendFile {
  /** The files that a row holds already, in order. */
  attached: (form: string, record: string) => Promise<AttachedFiles>;
  attach: (form: string, record: string, file: OutgoingFile) => Promise<FileOutcome>;
}

/** Services that sending files needs. */
interface FileTools {
  db: Database;
  blobs: BlobStore;
  send: SendFile;
  patience: Patience;
  /** After it, the files of no other submission are begun: the next run goes on. Without it, there is no such limit. */
  lastStart?: Date;
}

/** The result of one run. */
interface FilesReport {
  setAside: number;
  failure: string | null;
}

/** After so many failures in a row, a run stops. */
const failuresInARow = 3;

const sent: FileOutcome = { is: 'sent' };

/** The ids of the files that a row shows. Files with the same name and size are matched one to one. */
function shownIn(row: readonly { name: string; bytes: number }[], files: readonly DueFile[]): Set<string> {
  const shown = [...row];
  const there = files.filter((file) => {
    const place = shown.findIndex(({ name, bytes }) => name === file.name && bytes === file.bytes);
    if (place >= 0) shown.splice(place, 1);
    return place >= 0;
  });
  return new Set(there.map(({ id }) => id));
}

/** Reads the row first, but only for a retry: the answer to the earlier try may have been lost. */
async function alreadyThere(files: readonly DueFile[], { attached }: SendFile): Promise<AttachedFiles> {
  const [first] = files;
  const isRetry = files.some(({ attempts, sentAt }) => sentAt === null && attempts > 1);
  return first && isRetry ? attached(first.form, first.record) : { is: 'found', files: [] };
}

async function sendOne(blobs: BlobStore, file: DueFile, { attach }: SendFile): Promise<FileOutcome> {
  const bytes = await blobs.get(file.id);
  return bytes
    ? attach(file.form, file.record, { name: file.name, mediaType: mediaTypes[file.kind], bytes })
    : { is: 'refused', reason: 'Nội dung của tệp không còn trong kho.' };
}

/** Sends the files of one submission in order; the next file waits until it is clear whether the one before arrived. */
async function sendAll(
  files: readonly DueFile[],
  { db, blobs, send, patience }: FileTools,
): Promise<{ setAside: number; stopped: FailedFile | null }> {
  const row = await alreadyThere(files, send);
  const there = row.is === 'found' ? shownIn(row.files, files) : new Set<string>();
  const next = async (file: DueFile) => (row.is === 'found' ? sendOne(blobs, file, send) : row);
  const left = files.filter(({ sentAt }) => sentAt === null);
  let setAside = 0;
  for (const [index, file] of left.entries()) {
    const outcome = there.has(file.id) ? sent : await next(file);
    if (outcome.is === 'sent') await fileQueue.finish(db, [file.id]);
    else if (outcome.is === 'refused') {
      await fileQueue.fail(db, [file.id], outcome.reason, { ...patience, isFinal: true });
      setAside += 1;
    } else {
      const rest = left.slice(index).map(({ id }) => id);
      if (outcome.is === 'failed')
        await fileQueue.fail(db, rest, outcome.reason, { ...patience, isFinal: false });
      else await fileQueue.giveBack(db, rest);
      return { setAside, stopped: outcome };
    }
  }
  return { setAside, stopped: null };
}

/**
 * Sends filed files to the rows of their submissions, each once as far as the back office shows what it has. Files of one
 * submission wait for each other; other submissions do not wait.
 */
export async function sendFiles(tools: FileTools): Promise<FilesReport> {
  const { db, patience, lastStart } = tools;
  const report: FilesReport = { setAside: 0, failure: null };
  for (let failures = 0; failures < failuresInARow; ) {
    if (lastStart && Date.now() > lastStart.getTime()) break;
    const files = await claimFiles(db, patience);
    if (files.length === 0) break;
    const ids = files.map(({ id }) => id);
    const { setAside, stopped } = await sendAll(files, tools).catch(async (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      await fileQueue.fail(db, ids, reason, { ...patience, isFinal: false });
      throw error;
    });
    report.setAside += setAside;
    report.failure = stopped?.is === 'failed' ? stopped.reason : null;
    if (stopped?.is === 'postponed') break;
    failures = stopped ? failures + 1 : 0;
  }
  return report;
}
