import type { ShownSection } from '../../forms/shown-answers.ts';

/** States that a submission was received. */
export interface FirstStatement {
  v: 1;
  code: string;
  form: string;
  formVersion: string;
  /** An instant, ISO 8601 in UTC. */
  receivedAt: string;
  /** SHA-256, in hex, of `answersText` in UTF-8. */
  answersSha256: string;
}

/** Kinds of change by a unit → their names on the site. */
export const changeKinds = { 'bo-sung': 'Bổ sung', sua: 'Sửa', rut: 'Rút phiếu' } as const;

/** See `changeKinds`. */
export type ChangeKind = keyof typeof changeKinds;

/** States that the unit changed or withdrew its submission; linked to the statement before. */
interface ChangeStatement {
  v: 2;
  code: string;
  form: string;
  formVersion: string;
  kind: ChangeKind;
  /** An instant, ISO 8601 in UTC. */
  at: string;
  /** The questions whose answers changed, in the order of the form. */
  questions: readonly string[];
  /** SHA-256, in hex, of all answers after the change. */
  answersSha256: string;
  /** SHA-256, in hex, of the statement before as `canonical` writes it. */
  previousSha256: string;
}

/** A statement about a submission. Statements are signed and never rewritten. */
export type Statement = FirstStatement | ChangeStatement;

/** A statement with the answers that it digests. */
export interface StatedAnswers {
  statement: Statement;
  answers: readonly ShownSection[];
}

/** A statement with its answers and signature. */
interface SignedStatement extends StatedAnswers {
  /**
   * A JWS in its compact form (RFC 7515) whose payload is `canonical(statement)`, alg EdDSA (RFC 8037); null where the
   * service has no key.
   */
  signature: string | null;
}

/** A signed receipt as a file: the first statement, and in `statements` the whole series including the first. */
export interface SignedReceipt {
  proof: 'thi-dua-dong-nai/bien-nhan';
  /** Title of the form version that was filed; not signed. */
  title: string;
  statement: FirstStatement;
  signature: string | null;
  answers: readonly ShownSection[];
  /** The series in order; its first entry repeats the three members above. */
  statements: readonly SignedStatement[];
}

/** The statement as it is signed: JSON without spaces, its members in this order. */
export function canonical(statement: Statement): string {
  const { v, code, form, formVersion, answersSha256 } = statement;
  if (v === 1)
    return JSON.stringify({ v, code, form, formVersion, receivedAt: statement.receivedAt, answersSha256 });
  const { kind, at, questions, previousSha256 } = statement;
  return JSON.stringify({ v, code, form, formVersion, kind, at, questions, answersSha256, previousSha256 });
}

/** The answers as they are digested: JSON without spaces. */
export const answersText = (answers: readonly ShownSection[]): string => JSON.stringify(answers);

/** The instant that a statement gives for its event. */
export const instantOf = (statement: Statement): string =>
  statement.v === 1 ? statement.receivedAt : statement.at;

/** A change by the unit, as a receipt shows it. */
interface SeriesEntry {
  at: Date;
  /** “Bổ sung”, “Sửa”, “Rút phiếu”. */
  kind: string;
  /** The questions whose answers changed. */
  labels: readonly string[];
}

/** The changes by the unit, in order, for receipts on paper. */
export const seriesForPaper = ({ statements }: Pick<SignedReceipt, 'statements'>): SeriesEntry[] =>
  statements.flatMap(({ statement }) =>
    statement.v === 2
      ? [{ at: new Date(statement.at), kind: changeKinds[statement.kind], labels: statement.questions }]
      : [],
  );
