import { createHash } from 'node:crypto';
import type { ShownSection } from '../forms/shown-answers.ts';
import { answersText, type Proof } from './proof.ts';
import type { Signer } from './signer.ts';

/** What a proof is made of. */
interface Filed {
  code: string;
  form: string;
  formVersion: string;
  receivedAt: Date;
  title: string;
  answers: readonly ShownSection[];
}

/** The proof of a filing, signed where there is a key. */
export function makeProof(
  { title, answers, receivedAt, code, form, formVersion }: Filed,
  signer: Signer | null,
): Proof {
  const statement = {
    v: 1,
    code,
    form,
    formVersion,
    receivedAt: receivedAt.toISOString(),
    answersSha256: createHash('sha256').update(answersText(answers)).digest('hex'),
  } as const;
  const signature = signer?.sign(statement) ?? null;
  return { proof: 'thi-dua-dong-nai/bien-nhan', title, statement, signature, answers };
}
