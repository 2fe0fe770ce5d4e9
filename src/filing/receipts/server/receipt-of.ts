import { findForm } from '../../definitions/registry.ts';
import { nextStepOf } from '../../status/next-step.ts';
import { makeReceipt } from '../signing/server/make-receipt.ts';
import type { Signer } from '../signing/server/signer.ts';
import type { SignedReceipt } from '../signing/signed-receipt.ts';
import type { OpenedSubmission } from './open-submission.ts';

/** The receipt of a submission, signed where there is a key. */
export function receiptOf(submission: OpenedSubmission, signer: Signer | null): SignedReceipt {
  const [first, ...changes] = submission.statements;
  return makeReceipt({ ...submission, answers: first.answers, changes }, signer);
}

/** The receipt of a submission as PDF, signed where there is a key. */
export async function receiptPdfOf(
  submission: OpenedSubmission,
  { signer, siteUrl }: { signer: Signer | null; siteUrl: string },
): Promise<Uint8Array> {
  // Read only where a PDF is asked for: it weighs more than all the rest.
  const { receiptPdf } = await import('../pdf/receipt-pdf.ts');
  return receiptPdf(receiptOf(submission, signer), {
    nextStep: nextStepOf(submission.state, submission.asked),
    isNomination: findForm(submission.form)?.isNomination ?? false,
    siteUrl,
    printedAt: new Date(),
  });
}
