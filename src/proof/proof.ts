import type { ShownSection } from '../forms/shown-answers.ts';

/** What is signed about a filing. */
export interface Statement {
  v: 1;
  code: string;
  form: string;
  formVersion: string;
  /** An instant, ISO 8601 in UTC. */
  receivedAt: string;
  /** SHA-256, in hex, of `answersText` in UTF-8. */
  answersSha256: string;
}

/** A proof of filing as a file: the statement, its signature, what was filed. */
export interface Proof {
  proof: 'thi-dua-dong-nai/bien-nhan';
  /** Of the form, as it was then. */
  title: string;
  statement: Statement;
  /**
   * A JWS in its compact form (RFC 7515) whose payload is `canonical(statement)`, alg EdDSA (RFC 8037); null where the
   * service has no key.
   */
  signature: string | null;
  answers: readonly ShownSection[];
}

/** The statement as it is signed: JSON without spaces, its members in this order. */
export function canonical({ v, code, form, formVersion, receivedAt, answersSha256 }: Statement): string {
  return JSON.stringify({ v, code, form, formVersion, receivedAt, answersSha256 });
}

/** The answers as they are digested: JSON without spaces. */
export const answersText = (answers: readonly ShownSection[]): string => JSON.stringify(answers);
