import { createHash } from 'node:crypto';
import type { ShownSection } from '../../../forms/shown-answers.ts';
import {
  answersText,
  type ChangeKind,
  canonical,
  type FirstStatement,
  type SignedReceipt,
  type StatedAnswers,
} from '../signed-receipt.ts';
import type { Signer } from './signer.ts';

/** What a first statement is made of. */
interface Filed {
  code: string;
  form: string;
  formVersion: string;
  receivedAt: Date;
  answers: readonly ShownSection[];
}

/** What a further statement is made of. */
interface Changed {
  kind: ChangeKind;
  at: Date;
  questions: readonly string[];
  /** All answers after the change. */
  answers: readonly ShownSection[];
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Makes the statement that a submission was received. */
export function firstStatement({ code, form, formVersion, receivedAt, answers }: Filed): FirstStatement {
  const answersSha256 = sha256(answersText(answers));
  return { v: 1, code, form, formVersion, receivedAt: receivedAt.toISOString(), answersSha256 };
}

/** Makes the statement about the next change by the unit. */
export function nextStatement(
  { statement: before }: StatedAnswers,
  { kind, at, questions, answers }: Changed,
): StatedAnswers {
  const { code, form, formVersion } = before;
  const answersSha256 = sha256(answersText(answers));
  const previousSha256 = sha256(canonical(before));
  const [v, time] = [2, at.toISOString()] as const;
  return {
    statement: { v, code, form, formVersion, kind, at: time, questions, answersSha256, previousSha256 },
    answers,
  };
}

/** Makes the receipt of a submission with all its changes, signed where the service has a key. */
export function makeReceipt(
  { title, changes = [], ...filed }: Filed & { title: string; changes?: readonly StatedAnswers[] },
  signer: Signer | null,
): SignedReceipt {
  const sign = <Stated extends StatedAnswers>({ statement, answers }: Stated) => ({
    statement,
    signature: signer?.sign(statement) ?? null,
    answers,
  });
  const statement = firstStatement(filed);
  const first = sign({ statement, answers: filed.answers });
  const { signature, answers } = first;
  const statements = [first, ...changes.map(sign)];
  return { proof: 'thi-dua-dong-nai/bien-nhan', title, statement, signature, answers, statements };
}
