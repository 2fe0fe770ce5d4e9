import type { UploadedFile } from '../../definitions/uploaded-file.ts';
import { canBeSent, headOf, isPhotoToFit, refusal } from './chosen-file.ts';
import { fitPhoto } from './photo.ts';

/** The result of an upload; `mayHelp`: a retry may succeed. */
export type Uploaded = { ok: true; kept: UploadedFile } | { ok: false; message: string; mayHelp: boolean };

/** Longest wait for an answer, in milliseconds: 4 MB at 20 KB a second. */
const timeoutMs = 240_000;

/** Longest wait for the first bytes of a file: a phone may have to fetch the file first. */
const readMs = 30_000;

const lineCut: Uploaded = { ok: false, message: 'Mất kết nối giữa chừng.', mayHelp: true };
const cannotSend: Uploaded = { ok: false, message: 'Trình duyệt không tải tệp lên được.', mayHelp: true };
const unreadable = 'Máy không đọc được tệp này.';

const after = <Given>(waitMs: number, given: Given) =>
  new Promise<Given>((resolve) => setTimeout(resolve, waitMs, given));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function read(status: number, text: string, headers: string | null): Uploaded {
  const { token, name, bytes, until, detail } = parsed(text);
  if (status === 201 && typeof token === 'string' && typeof name === 'string')
    return { ok: true, kept: { token, name, bytes: Number(bytes), until: new Date(String(until)) } };
  // Any other answer comes from something between the browser and the server.
  if (!headers?.includes('json') || typeof detail !== 'string') return lineCut;
  return { ok: false, message: detail, mayHelp: status === 429 || status >= 500 };
}

/**
 * Finds what is wrong with a file before it is sent; the server checks the whole file. Never rejects and never takes longer than
 * half a minute.
 */
export const wrongWith = (file: File): Promise<string | undefined> =>
  Promise.race([faultIn(file), after(readMs, unreadable)]);

async function faultIn(file: File): Promise<string | undefined> {
  try {
    const head = await headOf(file);
    if (head.length === 0) return 'Tệp này trống.';
    return isPhotoToFit(file, head) || canBeSent(file, head) ? undefined : refusal(file, head);
  } catch {
    return unreadable;
  }
}

/** The file in a form that the server accepts: converts a photo that is too large or of another kind. */
async function ready(file: File): Promise<File | { problem: string }> {
  const head = await headOf(file);
  if (!isPhotoToFit(file, head)) return file;
  return (await fitPhoto(file)) ?? (canBeSent(file, head) ? file : { problem: refusal(file, head) });
}

/** The target of a file: a form, or a submission that asks for files, by its code and key. */
interface SentFor {
  form?: string;
  code?: string;
  key?: string;
}

function send(
  file: File,
  { form = '', code, key }: SentFor,
  signal: AbortSignal,
  progress: (part: number) => void,
): Promise<Uploaded> {
  const sent = new Promise<Uploaded>((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('form', form);
    if (code) body.append('code', code);
    if (key) body.append('khoa', key);
    body.append('file', file);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      progress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () =>
      resolve(read(request.status, request.responseText, request.getResponseHeader('content-type'))),
    );
    for (const end of ['error', 'timeout', 'abort']) request.addEventListener(end, () => resolve(lineCut));
    signal.addEventListener('abort', () => {
      request.abort();
      resolve(lineCut);
    });
    request.open('POST', '/api/evidence');
    request.timeout = timeoutMs;
    request.send(body);
  });
  return Promise.race([sent.catch(() => cannotSend), after(timeoutMs, lineCut)]);
}

/**
 * Uploads a file before its form or its supplement is sent; first converts a photo to an accepted size. Calls `progress` with the
 * part that was sent, 0 to 1. Never rejects and always ends.
 */
export async function upload(
  file: File,
  of: SentFor,
  signal: AbortSignal,
  progress: (part: number) => void,
): Promise<Uploaded> {
  const toSend = await Promise.race([ready(file), after(timeoutMs, { problem: unreadable })]).catch(() => ({
    problem: unreadable,
  }));
  if ('problem' in toSend) return { ok: false, message: toSend.problem, mayHelp: false };
  return signal.aborted ? lineCut : send(toSend, of, signal, progress);
}

/** Removes a stored file. If the request is lost, the server deletes the unfiled file when its time is over. */
export function deleteUpload(token: string): void {
  fetch('/api/evidence', {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${token}` },
    keepalive: true,
  }).catch(() => undefined);
}
