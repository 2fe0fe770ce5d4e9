import { cleanAnswer } from './clean.ts';
import { nest } from './nest.ts';

/** What a visitor may send, counted in bytes of UTF-8 text, names included. */
const maxTextBytes = 64 * 1024;

/** The same text as a browser encodes it: one letter such as “ế” becomes nine bytes of `%E1%BA%BF`. */
const maxRawBytes = 4 * maxTextBytes;

/** A body that was read: `answers` cleaned and nested, `pairs` as typed, to put back on the page. */
export interface ReadBody {
  ok: true;
  answers: Record<string, unknown>;
  pairs: [name: string, value: string][];
}

/** A body that cannot be taken, as an HTTP status and what to do about it; with what was typed, where it was read. */
export interface UnreadableBody {
  ok: false;
  status: 400 | 413 | 415;
  detail: string;
  pairs?: ReadBody['pairs'];
}

/** More than any form has, with every box ticked. */
const maxPairs = 500;

const tooLarge: UnreadableBody = {
  ok: false,
  status: 413,
  detail: 'Phiếu dài quá 64 KB chữ. Hãy rút ngắn rồi gửi lại.',
};
const malformed: UnreadableBody = {
  ok: false,
  status: 400,
  detail: 'Máy chủ không đọc được nội dung gửi đến. Hãy tải lại trang và gửi lại.',
};

const utf8 = new TextEncoder();

/** Reads at most `maxRawBytes`; undefined when there is more. */
async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const declared = request.headers.get('content-length');
  if (Number(declared) > maxRawBytes) return undefined;
  // A body of a declared length is read at once; any other is not read further than allowed.
  if (declared !== null) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.byteLength > maxRawBytes ? undefined : bytes;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxRawBytes) return undefined;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

async function readPairs(bytes: Uint8Array<ArrayBuffer>, contentType: string) {
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  const pairs: [string, string][] = [];
  for (const [name, value] of form) if (typeof value === 'string') pairs.push([name, value]);
  return { pairs, hasFile: form.values().some((value) => typeof value !== 'string') };
}

function readObject(json: unknown): ReadBody | UnreadableBody {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return malformed;
  const answers = Object.entries(json).map(([name, value]) => [name, cleanAnswer(value)]);
  return { ok: true, answers: Object.fromEntries(answers), pairs: [] };
}

async function parse(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<ReadBody | UnreadableBody> {
  if (contentType.startsWith('application/json')) {
    if (bytes.byteLength > maxTextBytes) return tooLarge;
    return readObject(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  }
  const { pairs, hasFile } = await readPairs(bytes, contentType);
  if (pairs.length > maxPairs) return tooLarge;
  if (hasFile) return { ok: false, status: 400, detail: 'Phiếu này không nhận tệp đính kèm.', pairs };
  if (utf8.encode(pairs.flat().join('')).byteLength > maxTextBytes) return { ...tooLarge, pairs };
  const read = readObject(nest(pairs));
  return read.ok ? { ...read, pairs } : read;
}

const readable = /^(application\/json|application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/** Reads a browser form or JSON from a request. Never throws for what a visitor sent. */
export async function readBody(request: Request): Promise<ReadBody | UnreadableBody> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!readable.test(contentType)) {
    return { ok: false, status: 415, detail: 'Chỉ nhận biểu mẫu của trình duyệt hoặc application/json.' };
  }
  try {
    const bytes = await readBytes(request);
    if (!bytes) return tooLarge;
    // The boundary of a multipart body is case-sensitive: only the type itself is lowered.
    return await parse(
      bytes,
      contentType.replace(/^[^;]*/, (type) => type.trim().toLowerCase()),
    );
  } catch {
    // Only the visitor's bytes are read here: whatever a parser throws, the body is at fault.
    return malformed;
  }
}
