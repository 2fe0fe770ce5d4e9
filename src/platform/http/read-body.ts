import { cleanAnswer } from '../../vietnamese/clean-text.ts';
import { nest } from './nest.ts';
import { readBytes } from './read-bytes.ts';

/** Limits of the text that a visitor may send. */
export interface TextLimits {
  /** Bytes of UTF-8 text, names included. */
  maxTextBytes: number;
  /** Raw bytes of the body: a browser encodes one letter such as “ế” as the nine bytes `%E1%BA%BF`. */
  maxRawBytes: number;
  /** Tells the visitor what to do when the text is larger. */
  tooLarge: string;
}

const oneForm: TextLimits = {
  maxTextBytes: 64 * 1024,
  maxRawBytes: 4 * 64 * 1024,
  tooLarge: 'Phiếu dài quá 64 KB chữ. Hãy rút ngắn rồi gửi lại.',
};

/** A body that was read: `answers` cleaned and nested, `pairs` as typed, to put back on the page. */
export interface ReadBody {
  ok: true;
  answers: Record<string, unknown>;
  pairs: [name: string, value: string][];
  /** Files in the body, where the form takes files. A file control without a chosen file gives none. */
  files: File[];
}

/** Files that a form accepts: the name of the control, and the most bytes. */
export interface AcceptedFiles {
  name: string;
  maxBytes: number;
  /** Tells the visitor what to do when the files are larger. */
  tooLarge: string;
}

/** A refused body: an HTTP status and what to do, with the typed answers where they could be read. */
export interface UnreadableBody {
  ok: false;
  status: 400 | 413 | 415;
  detail: string;
  pairs?: ReadBody['pairs'];
}

/** Most names and values in a body. No form reaches this number, even with every box ticked. */
const maxPairs = 500;

const tooLarge = (detail: string): UnreadableBody => ({ ok: false, status: 413, detail });
const malformed: UnreadableBody = {
  ok: false,
  status: 400,
  detail: 'Máy chủ không đọc được nội dung gửi đến. Hãy tải lại trang và gửi lại.',
};

const utf8 = new TextEncoder();
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

async function readPairs(bytes: Uint8Array<ArrayBuffer>, contentType: string) {
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  const pairs: [string, string][] = [];
  for (const [name, value] of form) if (typeof value === 'string') pairs.push([name, value]);
  const files = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [] : [{ name, file: value }],
  );
  return { pairs, files: files.filter(({ file }) => file.name !== '' || file.size > 0) };
}

function readObject(json: unknown): ReadBody | UnreadableBody {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return malformed;
  const answers = Object.entries(json).map(([name, value]) => [name, cleanAnswer(value)]);
  return { ok: true, answers: Object.fromEntries(answers), pairs: [], files: [] };
}

async function parse(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  taken: AcceptedFiles | undefined,
  text: TextLimits,
): Promise<ReadBody | UnreadableBody> {
  if (contentType.startsWith('application/json')) {
    if (bytes.byteLength > text.maxTextBytes) return tooLarge(text.tooLarge);
    return readObject(JSON.parse(strictUtf8.decode(bytes)));
  }
  const { pairs, files } = await readPairs(bytes, contentType);
  if (pairs.length > maxPairs) return tooLarge(text.tooLarge);
  if (files.some(({ name }) => name !== taken?.name))
    return { ok: false, status: 400, detail: 'Phiếu này không nhận tệp đính kèm.', pairs };
  if (utf8.encode(pairs.flat().join('')).byteLength > text.maxTextBytes)
    return { ...tooLarge(text.tooLarge), pairs };
  const read = readObject(nest(pairs));
  return read.ok ? { ...read, pairs, files: files.map(({ file }) => file) } : read;
}

const readable = /^(application\/json|application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/** Reads a browser form or JSON, with files where `files` allows them. Never throws because of a visitor's input. */
export async function readBody(
  request: Request,
  taken?: AcceptedFiles,
  text = oneForm,
): Promise<ReadBody | UnreadableBody> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!readable.test(contentType)) {
    return { ok: false, status: 415, detail: 'Chỉ nhận biểu mẫu của trình duyệt hoặc application/json.' };
  }
  try {
    const files = /^multipart/i.test(contentType) ? taken : undefined;
    const bytes = await readBytes(request, text.maxRawBytes + (files?.maxBytes ?? 0));
    if (!bytes) return tooLarge((files ?? text).tooLarge);
    // The boundary of a multipart body is case-sensitive, so only the media type is lowercased.
    return await parse(
      bytes,
      contentType.replace(/^[^;]*/, (type) => type.trim().toLowerCase()),
      taken,
      text,
    );
  } catch {
    // Only the visitor's bytes are parsed here, so any error means that the body is malformed.
    return malformed;
  }
}
