import { makeProof } from '../signing/server/make-proof.ts';
import type { Proof } from '../signing/proof.ts';
import type { Signer } from '../signing/server/signer.ts';
import { findForm } from '../../definitions/registry.ts';
import { nextStepOf } from '../../status/next-step.ts';
import type { Filing } from './filing.ts';

/** The proof of a filing, signed where there is a key. */
export function proofOf(filing: Filing, signer: Signer | null): Proof {
  const [first, ...changes] = filing.statements;
  return makeProof({ ...filing, answers: first.answers, changes }, signer);
}

/** The proof of a filing as PDF, signed where there is a key. */
export async function filingPdf(
  filing: Filing,
  { signer, siteUrl }: { signer: Signer | null; siteUrl: string },
): Promise<Uint8Array> {
  // Read only where a PDF is asked for: it weighs more than all the rest.
  const { receiptPdf } = await import('../pdf/receipt-pdf.ts');
  return receiptPdf(proofOf(filing, signer), {
    nextStep: nextStepOf(filing.state, filing.asked),
    isNomination: findForm(filing.form)?.isNomination ?? false,
    siteUrl,
    printedAt: new Date(),
  });
}
