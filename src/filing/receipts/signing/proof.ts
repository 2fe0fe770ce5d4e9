import type { ShownSection } from '../../forms/shown-answers.ts';

/** That a filing was received. */
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

/** What a unit does after it filed, and how the site calls it. */
export const changeKinds = { 'bo-sung': 'Bổ sung', sua: 'Sửa', rut: 'Rút phiếu' } as const;

/** See `changeKinds`. */
export type ChangeKind = keyof typeof changeKinds;

/** That the unit changed its filing, or withdrew it: a statement of its own, linked to the one before. */
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
  /** Of all answers after the change. */
  answersSha256: string;
  /** SHA-256, in hex, of the statement before as `canonical` writes it. */
  previousSha256: string;
}

/** What is signed about a filing; it is never rewritten. */
export type Statement = FirstStatement | ChangeStatement;

/** A statement with the answers that it digests. */
export interface StatedAnswers {
  statement: Statement;
  answers: readonly ShownSection[];
}

/** The same with its signature. */
interface SignedStatement extends StatedAnswers {
  /**
   * A JWS in its compact form (RFC 7515) whose payload is `canonical(statement)`, alg EdDSA (RFC 8037); null where the
   * service has no key.
   */
  signature: string | null;
}

/** A proof of filing as a file: what was received, and in `statements` that and everything that the unit did since. */
export interface Proof {
  proof: 'thi-dua-dong-nai/bien-nhan';
  /** Of the form, as it was then; it is not signed. */
  title: string;
  statement: FirstStatement;
  signature: string | null;
  answers: readonly ShownSection[];
  /** In order; the first is the three members above. */
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

/** When a statement says that it happened. */
export const instantOf = (statement: Statement): string =>
  statement.v === 1 ? statement.receivedAt : statement.at;

/** Something that the unit did after it filed, as a receipt shows it. */
interface SeriesEntry {
  at: Date;
  /** “Bổ sung”, “Sửa”, “Rút phiếu”. */
  kind: string;
  /** The questions whose answers changed. */
  labels: readonly string[];
}

/** What the unit did since it filed, in order: for receipts on paper. */
export const seriesForPaper = ({ statements }: Pick<Proof, 'statements'>): SeriesEntry[] =>
  statements.flatMap(({ statement }) =>
    statement.v === 2
      ? [{ at: new Date(statement.at), kind: changeKinds[statement.kind], labels: statement.questions }]
      : [],
  );
