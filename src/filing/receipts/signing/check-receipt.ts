import { isObject } from '../../../platform/json.ts';
import type { BroughtReceipt, BroughtStatement } from './read-receipt.ts';
import { readStatement } from './read-statement.ts';
import { answersText, canonical, type Statement } from './signed-receipt.ts';
import { bytesOf, type Ed25519Key, isSignedBy } from './verify-signature.ts';

/** Why a signed receipt is not genuine. */
export type Wrong = 'changed' | 'not-ours' | 'unsigned' | 'no-key';

/** The verdict on a signed receipt. `statements` are exactly the signed statements, in order. */
export type Verdict = { kind: 'genuine'; statements: readonly [Statement, ...Statement[]] } | { kind: Wrong };

const decode = (part: string): string => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(part));

/** SHA-256 of a text, as hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(decode(text));
  } catch {
    return null;
  }
}

/** The payload that a compact JWS signs with one of the keys, as JSON; or why the signature is not ours. */
export async function signedPayload(
  signature: string | null,
  keys: readonly Ed25519Key[],
): Promise<{ payload: unknown } | Wrong> {
  if (signature === null) return 'unsigned';
  if (keys.length === 0) return 'no-key';
  const [head = '', body = '', mark = '', ...more] = signature.split('.');
  const header = readJson(head);
  if (!isObject(header) || more.length > 0) return 'changed';
  const key = keys.find(({ kid }) => kid === header['kid']);
  if (!key || header['alg'] !== 'EdDSA') return 'not-ours';
  const isTrue = await isSignedBy(key, mark, `${head}.${body}`).catch(() => false);
  return isTrue ? { payload: readJson(body) } : 'changed';
}

/** The statement that a signature signs, or why the signature is not ours. */
async function signedBy(signature: string | null, keys: readonly Ed25519Key[]): Promise<Statement | Wrong> {
  const signed = await signedPayload(signature, keys);
  return typeof signed === 'string' ? signed : (readStatement(signed.payload) ?? 'changed');
}

/** Whether the file says exactly what was signed. */
async function agrees({ statement, answers }: BroughtStatement, signed: Statement): Promise<boolean> {
  const said = readStatement(statement);
  if (!said || canonical(said) !== canonical(signed)) return false;
  return (await sha256(answersText(answers))) === signed.answersSha256;
}

/** Whether a statement directly follows `before`: same submission, and linked by its digest. */
async function follows(statement: Statement, before: Statement | undefined): Promise<boolean> {
  if (!before) return statement.v === 1;
  const { code, form, formVersion } = statement;
  return (
    statement.v === 2 &&
    code === before.code &&
    form === before.form &&
    formVersion === before.formVersion &&
    statement.previousSha256 === (await sha256(canonical(before)))
  );
}

/** Checks a signed receipt against the published keys: each signature, each digest, and that no statement is missing between. */
export async function checkReceipt(brought: BroughtReceipt, keys: readonly Ed25519Key[]): Promise<Verdict> {
  if (brought.is === 'signature') {
    const signed = await signedBy(brought.signature, keys);
    return typeof signed === 'string' ? { kind: signed } : { kind: 'genuine', statements: [signed] };
  }
  if (!brought.isConsistent) return { kind: 'changed' };
  const signed: Statement[] = [];
  for (const one of brought.statements) {
    const statement = await signedBy(one.signature, keys);
    if (typeof statement === 'string') return { kind: statement };
    if (!(await agrees(one, statement)) || !(await follows(statement, signed.at(-1))))
      return { kind: 'changed' };
    signed.push(statement);
  }
  const [first, ...others] = signed;
  return first ? { kind: 'genuine', statements: [first, ...others] } : { kind: 'changed' };
}
