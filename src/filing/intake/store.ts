import { FilesGoneError, orFilesGone } from '../evidence/server/files-gone.ts';
import { fileWith } from '../evidence/server/store.ts';
import { type Screening, unscreened } from '../abuse/server/gate.ts';
import { digestOf } from '../../platform/files/digest.ts';
import { type Database, inTransaction, queryWithRetry } from '../../platform/postgres.ts';
import { firstState, withdrawnStates } from '../states.ts';
import type { Submission } from '../submission.ts';
import { keepQuestions } from './form-versions.ts';
import { type Doubts, filingsAnHour, type Sender } from '../abuse/server/filing-limit.ts';
import { isOverloaded } from './intake-rate.ts';
import { newReceiptCode } from '../receipts/server/receipt-code.ts';
import { saveStatement } from './save-statement.ts';

/** A checked submission on its way in. */
export interface NewSubmission extends Omit<Submission, 'code' | 'receivedAt'> {
  submissionKey: string;
  unitCode: string | null;
  /** Ids of its files, in their order. */
  files?: readonly string[];
}

/** What a receipt shows. */
interface Receipt {
  code: string;
  form: string;
  receivedAt: Date;
}

/** What the holder of a code may know. */
export interface Status extends Receipt {
  state: string;
  changedAt: Date;
  /** Fields that staff ask again; null where they named none. */
  asked: string[] | null;
}

/**
 * A filing in the store: `isSame` when what was filed is what the row of this key holds; `isRepeat` when the same words were
 * filed before, and this is no further try of that sending.
 */
interface SavedSubmission {
  ok: true;
  receipt: Receipt;
  isSame: boolean;
  isRepeat: boolean;
}

/** Why a filing is not in the store: its sender files too often; it wants a pass; a file is no longer there for it. */
interface Unsaved {
  ok: false;
  reason: 'too-many' | 'doubted' | 'files-gone';
}

/** What became of a filing. */
export type Saved = SavedSubmission | Unsaved;

/** Whether a copy may be sent: to answer who filed is what he agreed to; a form without that box sends nothing. */
export const mayWrite = ({ answers }: NewSubmission): boolean =>
  typeof answers.contactEmail === 'string' && answers.contactConsent === true;

/** How many filings of the sender that makes, and the row that was stored, if one was. */
type SavedRow = { filings: number } & ({ code: null } | { code: string; receivedAt: Date });

/** How filings are taken. */
export interface Intake {
  /** Who filed; without one no address is counted. */
  sender?: Sender | undefined;
  /** What is known of the filing; without it, it wants no pass. */
  screening?: Screening | undefined;
  /** When they want a pass for what else is filed; without it, never. */
  doubts?: Doubts | undefined;
  /** Whether copies of receipts are sent by e-mail. */
  sendsMail?: boolean;
}

/** The same words, contact included, have the same digest; which page, key or version they came with does not matter. */
const contentDigest = ({ form, answers }: NewSubmission): string => digestOf(form, answers);

/** The same statement, and the files given to the new row: all of it or nothing. */
const saveWithFiles = (db: Database, text: string, values: unknown[], files: readonly string[]) =>
  inTransaction(db, async (client) => {
    const { rows } = await client.query<SavedRow>(text, values);
    const [saved] = rows;
    const code = saved?.code;
    if (code && !(await fileWith(client, code, files))) throw new FilesGoneError('A file is gone.');
    return saved;
  });

/**
 * Stores a submission together with its files, or finds the row of the same key or, within a day, of the same words. The
 * questions of its version are kept before. Where copies are sent and an address was given, one is put into the outbox.
 * Resolves only when PostgreSQL has committed; throws the driver's error otherwise.
 */
export const takeSubmission = (db: Database, filed: NewSubmission, intake: Intake = {}): Promise<Saved> =>
  orFilesGone(() => store(db, filed, intake));

async function store(
  db: Database,
  filed: NewSubmission,
  { sender, screening = unscreened, doubts, sendsMail = false }: Intake,
): Promise<Saved> {
  await keepQuestions(db, filed);
  const isDoubted = screening.isDoubted || (await isOverloaded(db, doubts));
  const undoubted = doubts?.filingsAnHour ?? filingsAnHour;
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
    filingsAnHour,
    isDoubted,
    undoubted,
    digest,
    withdrawnStates,
    ...(pass ? [pass.id, pass.expiresAt] : []),
  ];
  // To plan it takes PostgreSQL as long as to do it.
  const { text, name } = saveStatement({ copy: sendsMail && mayWrite(filed), pass: pass !== null });
  const { files = [] } = filed;
  const saved =
    files.length > 0
      ? await saveWithFiles(db, text, values, files)
      : (await queryWithRetry<SavedRow>(db, text, values, name)).rows[0];
  if (!saved || saved.filings > filingsAnHour) return { ok: false, reason: 'too-many' };
  if (saved.code !== null) {
    const { code, receivedAt } = saved;
    return { ok: true, receipt: { code, form: filed.form, receivedAt }, isSame: true, isRepeat: false };
  }
  const found = await findStored(db, filed, digest);
  if (found) return found;
  if (isDoubted || saved.filings > undoubted) return { ok: false, reason: 'doubted' };
  throw new Error('A submission was neither stored nor found.');
}

/** The row of the same key, else of the same words. */
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

/** The state of one submission, or null when there is none of this code. */
export async function findStatus(db: Database, code: string): Promise<Status | null> {
  const { rows } = await queryWithRetry<Status>(
    db,
    `select code, form, received_at as "receivedAt", state, changed_at as "changedAt", asked
     from submissions where code = $1`,
    [code],
  );
  return rows[0] ?? null;
}
