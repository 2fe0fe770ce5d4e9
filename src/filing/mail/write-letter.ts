import type { Database } from '../../platform/postgres.ts';
import { batchReceiptPath } from '../batches/server/batch-address.ts';
import { findForm } from '../definitions/registry.ts';
import { findSubmission, openedSubmission } from '../receipts/server/open-submission.ts';
import { type ReceiptKeys, receiptPath } from '../receipts/server/receipt-key.ts';
import { receiptPdfOf } from '../receipts/server/receipt-of.ts';
import type { Signer } from '../receipts/signing/server/signer.ts';
import { stateById } from '../states.ts';
import { confirmPath } from './confirmation.ts';
import { noticeLetter, receiptLetter } from './letter.ts';
import type { DueLetter } from './outbox.ts';
import type { Written } from './send-due.ts';
import { tableLetter } from './table-letter.ts';

/** What writing a letter needs. */
export interface WritingTools {
  keys: ReceiptKeys;
  signer: Signer | null;
  siteUrl: string;
}

const text = (answer: unknown): string | null => (typeof answer === 'string' ? answer : null);

async function aboutSubmission(
  db: Database,
  { id: code, isConfirmed }: DueLetter,
  { keys, signer, siteUrl }: WritingTools,
): Promise<Written> {
  const stored = await findSubmission(db, code);
  if (!stored) return 'erased';
  const address = text(stored.answers.contactEmail);
  if (address === null) return 'no address';
  const at = (path: string) => new URL(path, siteUrl).href;
  const submission = openedSubmission(stored);
  const facts = {
    code,
    title: submission.title,
    receivedAt: submission.receivedAt,
    nextStep: stateById(submission.state).nextStep,
    address,
    statusUrl: at(`/tra-cuu/?ma=${code}`),
  };
  if (!isConfirmed)
    return noticeLetter({ ...facts, confirmUrl: at(confirmPath({ code, id: code, address }, keys)) });
  return receiptLetter({
    ...facts,
    receiptUrl: at(receiptPath(code, keys.of(code))),
    verifyUrl: at('/xac-minh/'),
    pdf: await receiptPdfOf(submission, { signer, siteUrl }),
  });
}

/** The columns of a submission that its letter needs. */
interface LetterRow {
  number: number;
  code: string;
  form: string;
  receivedAt: Date;
  nominee: string | null;
  address: string | null;
}

async function aboutTable(
  db: Database,
  { id, batch, codes, isConfirmed }: DueLetter & { batch: string },
  { keys, siteUrl }: WritingTools,
): Promise<Written> {
  const { rows } = await db.query<LetterRow>(
    `select b.row_number as number, s.code, s.form, s.received_at as "receivedAt", s.answers->>'name' as nominee,
            s.answers->>'contactEmail' as address
     from submissions s join batch_rows b on b.code = s.code and b.batch = $1
     where s.code = any($2) order by b.row_number, s.code`,
    [batch, codes],
  );
  const [first] = rows;
  if (!first) return 'erased';
  const { form, receivedAt } = first;
  const address = rows.find((row) => row.address !== null)?.address;
  if (!address) return 'no address';
  const at = (path: string) => new URL(path, siteUrl).href;
  return tableLetter({
    id,
    title: findForm(form)?.title ?? form,
    receivedAt,
    rows,
    address,
    statusUrl: at('/tra-cuu/'),
    way: isConfirmed
      ? { listUrl: at(batchReceiptPath(batch, keys)) }
      : { confirmUrl: at(confirmPath({ code: first.code, id, address }, keys)) },
  });
}

/** Writes the due letter about one receipt or a batch, from what the store holds now. */
export const writeLetter = (db: Database, due: DueLetter, tools: WritingTools): Promise<Written> => {
  const { batch } = due;
  return batch === null ? aboutSubmission(db, due, tools) : aboutTable(db, { ...due, batch }, tools);
};
