import type { ShownSection } from '../forms/shown-answers.ts';

/** A proof as someone brought it: the whole file, or the signature alone. Nothing of it is to be trusted yet. */
export interface BroughtProof {
  /** The compact JWS; null where the proof says that it is unsigned. */
  signature: string | null;
  /** The statement of the file as `canonical` writes it, and the answers; a pasted signature has neither. */
  file: { statement: unknown; title: string; answers: readonly ShownSection[] } | null;
}

/** How every proof begins, as a file and within a PDF (src/pdf/receipt/attach.ts). */
const begin = /\{\s*"proof":\s*"thi-dua-dong-nai\/bien-nhan"/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isPair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
const isSection = (value: unknown): value is ShownSection =>
  Array.isArray(value) &&
  value.length === 2 &&
  typeof value[0] === 'string' &&
  Array.isArray(value[1]) &&
  value[1].every(isPair);

function readFile(json: string): BroughtProof | null {
  try {
    const proof: unknown = JSON.parse(json);
    if (!isObject(proof)) return null;
    const { statement, signature, title, answers } = proof;
    if (!Array.isArray(answers) || !answers.every(isSection)) return null;
    if (typeof title !== 'string' || (typeof signature !== 'string' && signature !== null)) return null;
    return { signature, file: { statement, title, answers } };
  } catch {
    return null;
  }
}

/**
 * Finds a proof in what someone brought: the JSON file, the PDF (its bytes as UTF-8 text), or the signature copied from the
 * PDF, broken into lines. Null when there is none.
 */
export function readProof(brought: string): BroughtProof | null {
  const start = brought.search(begin);
  if (start >= 0) {
    const [json = ''] = brought.slice(start).split(/\r?\n?endstream/, 1);
    return readFile(json);
  }
  // 64 bytes in base64url: what was copied along behind it, such as the foot of the page, is left.
  const signature = /eyJ[\w-]+\.[\w-]+\.[\w-]{86}/.exec(brought.replace(/\s/g, ''))?.[0];
  return signature === undefined ? null : { signature, file: null };
}
