import { answersText, canonical, type Statement } from './proof.ts';
import type { BroughtProof } from './read-proof.ts';
import { bytesOf, type Ed25519Key, isSignedBy } from './verify-signature.ts';

/** What came of checking a proof; the statement is what was signed, word for word. */
export type Verdict =
  { kind: 'genuine'; statement: Statement } | { kind: 'changed' | 'not-ours' | 'unsigned' | 'no-key' };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const decode = (part: string): string => new TextDecoder().decode(bytesOf(part));

/** Null for what is no statement of this version. */
function readStatement(value: unknown): Statement | null {
  if (!isObject(value) || value['v'] !== 1) return null;
  const { code, form, formVersion, receivedAt, answersSha256 } = value;
  const texts = [code, form, formVersion, receivedAt, answersSha256];
  if (!texts.every((text) => typeof text === 'string')) return null;
  return {
    v: 1,
    code: String(code),
    form: String(form),
    formVersion: String(formVersion),
    receivedAt: String(receivedAt),
    answersSha256: String(answersSha256),
  };
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether the file says what was signed, no word more or less. */
async function agrees({ file }: BroughtProof, signed: Statement): Promise<boolean> {
  if (!file) return true;
  const said = readStatement(file.statement);
  if (!said || canonical(said) !== canonical(signed)) return false;
  return (await sha256(answersText(file.answers))) === signed.answersSha256;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(decode(text));
  } catch {
    return null;
  }
}

/** Checks a proof against the keys that the site publishes. */
export async function checkProof(brought: BroughtProof, keys: readonly Ed25519Key[]): Promise<Verdict> {
  if (brought.signature === null) return { kind: 'unsigned' };
  if (keys.length === 0) return { kind: 'no-key' };
  const [head = '', body = '', signature = ''] = brought.signature.split('.');
  const header = readJson(head);
  if (!isObject(header)) return { kind: 'changed' };
  const key = keys.find(({ kid }) => kid === header['kid']);
  if (!key || header['alg'] !== 'EdDSA') return { kind: 'not-ours' };
  const isTrue = await isSignedBy(key, signature, `${head}.${body}`).catch(() => false);
  const statement = isTrue ? readStatement(readJson(body)) : null;
  if (!statement || !(await agrees(brought, statement))) return { kind: 'changed' };
  return { kind: 'genuine', statement };
}
