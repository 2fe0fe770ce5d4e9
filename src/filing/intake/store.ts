import { digestOf } from '../../platform/files/digest.ts';
import { type Database, inTransaction, queryWithRetry } from '../../platform/postgres.ts';
import { type Screening, unscreened } from '../abuse/server/gate.ts';
import { type Doubts, type Sender, submissionsAnHour } from '../abuse/server/submission-limit.ts';
import { FilesGoneError, orFilesGone } from '../evidence/server/files-gone.ts';
import { fileWith } from '../evidence/server/store.ts';
import { newReceiptCode } from '../receipts/server/receipt-code.ts';
import { firstState, withdrawnStates } from '../states.ts';
import type { Submission } from '../submission.ts';
import { keepQuestions } from './form-versions.ts';
import { isOverloaded } from './intake-rate.ts';
import { saveStatement } from './save-statement.ts';

/** A checked submission that is not stored yet. */
export interface NewSubmission extends Omit<Submission, 'code' | 'receivedAt'> {
  submissionKey: string;
  unitCode: string | null;
  /** Ids of its files, in their order. */
  files?: readonly string[];
}

/** What identifies a stored submission. */
interface Receipt {
  code: string;
  form: string;
  receivedAt: Date;
}

/** What the holder of a receipt code may know. */
export interface Status extends Receipt {
  state: string;
  changedAt: Date;
  /** Fields that staff ask again; null where staff named none. */
  asked: string[] | null;
}

/**
 * A stored submission. `isSame`: the row of this key holds the same answers. `isRepeat`: the same answers were filed before under
 * another key, so this is not a retry.
 */
interface SavedSubmission {
  ok: true;
  receipt: Receipt;
  isSame: boolean;
  isRepeat: boolean;
}

/** Why nothing was stored: the sender is over the limit, the submission needs a pass, or a file is gone or taken. */
interface Unsaved {
  ok: false;
  reason: 'too-many' | 'doubted' | 'files-gone';
}

/** The outcome of a submission. */
export type Saved = SavedSubmission | Unsaved;

/** Whether we may send a copy: the filer gave an address and ticked the consent to be contacted. */
export const mayWrite = ({ answers }: NewSubmission): boolean =>
  typeof answers.contactEmail === 'string' && answers.contactConsent === true;

/** The sender's number of submissions this hour, and the stored row, if any. */
type SavedRow = { filings: number } & ({ code: null } | { code: string; receivedAt: Date });

/** The checks and side effects of storing a submission. */
export interface Intake {
  /** The counted sender; without a sender nothing is counted. */
  sender?: Sender | undefined;
  /** The gate's verdict; without a verdict the submission itself raises no doubt. */
  screening?: Screening | undefined;
  /** The rates above which a submission needs a pass; without them the load raises no doubt. */
  doubts?: Doubts | undefined;
  /** Whether copies of receipts are sent by e-mail. */
  sendsMail?: boolean;
}

/** Digest of the form and its answers, contact included. Page, key and form version do not count. */
const contentDigest = ({ form, answers }: NewSubmission): string => digestOf(form, answers);

/** Runs the statement and assigns the files to the new row, in one transaction. */
const saveWithFiles = (db: Database, text: string, values: unknown[], files: readonly string[]) =>
  inTransaction(db, async (client) => {
    const { rows } = await client.query<SavedRow>(text, values);
    const [saved] = rows;
    const code = saved?.code;
    if (code && !(await fileWith(client, code, files))) throw new FilesGoneError('A file is gone.');
    return saved;
  });

/**
 * Stores a submission with its files, or finds the duplicate: the row with the same key or, within a day, the same answers. Stores
 * the questions of the form version first. Puts a receipt copy into the outbox where copies are sent and the filer may be written
 * to. Resolves only when PostgreSQL has committed; throws the driver's error otherwise.
 */
export const storeSubmission = (db: Database, filed: NewSubmission, intake: Intake = {}): Promise<Saved> =>
  orFilesGone(() => store(db, filed, intake));

async function store(
  db: Database,
  filed: NewSubmission,
  { sender, screening = unscreened, doubts, sendsMail = false }: Intake,
): Promise<Saved> {
  await keepQuestions(db, filed);
  const isDoubted = screening.isDoubted || (await isOverloaded(db, doubts));
  const undoubted = doubts?.submissionsAnHour ?? submissionsAnHour;
  const { pass } = screening;
  const digest = contentDigest(filed);
  const values = [
    newReceiptCode(new Date()),
    filed.form,
    filed.formVersion,
    filed.submissionKey,
    filed.unitCode,
    filed.answers,
    filed.consentVersion,
    firstState,
    screening.isFast,
    sender?.digest ?? null,
    sender?.hour ?? null,
    submissionsAnHour,
    isDoubted,
    undoubted,
    digest,
    withdrawnStates,
    ...(pass ? [pass.id, pass.expiresAt] : []),
  ];
  // Planning costs as much as executing, so the statement is prepared by name.
  const { text, name } = saveStatement({ copy: sendsMail && mayWrite(filed), pass: pass !== null });
  const { files = [] } = filed;
  const saved =
    files.length > 0
      ? await saveWithFiles(db, text, values, files)
      : (await queryWithRetry<SavedRow>(db, text, values, name)).rows[0];
  if (!saved || saved.filings > submissionsAnHour) return { ok: false, reason: 'too-many' };
  if (saved.code !== null) {
    const { code, receivedAt } = saved;
    return { ok: true, receipt: { code, form: filed.form, receivedAt }, isSame: true, isRepeat: false };
  }
  const found = await findStored(db, filed, digest);
  if (found) return found;
  if (isDoubted || saved.filings > undoubted) return { ok: false, reason: 'doubted' };
  throw new Error('A submission was neither stored nor found.');
}

/** Finds the row with the same key, else the row with the same answers. */
async function findStored(
  db: Database,
  { form, submissionKey, answers }: NewSubmission,
  digest: string,
): Promise<SavedSubmission | null> {
  const { rows } = await queryWithRetry<Receipt & { isSame: boolean; isRepeat: boolean }>(
    db,
    `select code, form, received_at as "receivedAt",
            answers = $3::jsonb or submission_key <> $2 as "isSame",
            submission_key <> $2 as "isRepeat"
     from submissions where form = $1 and (submission_key = $2 or content_digest = $4)
     order by submission_key = $2 desc limit 1`,
    [form, submissionKey, answers, digest],
  );
  const [first] = rows;
  if (!first) return null;
  const { isSame, isRepeat, ...receipt } = first;
  return { ok: true, receipt, isSame, isRepeat };
}

/** The state of the submission with this code, or null when no submission has it. */
export async function findStatus(db: Database, code: string): Promise<Status | null> {
  const { rows } = await queryWithRetry<Status>(
    db,
    `select code, form, received_at as "receivedAt", state, changed_at as "changedAt", asked
     from submissions where code = $1`,
    [code],
  );
  return rows[0] ?? null;
}
