import { photoType } from './photo-type.ts';

const maxBytes = 12 * 1024 * 1024;
const timeoutMs = 6_000;

/** A fetched picture, or why the fetch failed; `isFinal` where another try would fail in the same way. */
export type FetchedPhoto =
  { ok: true; bytes: Buffer; type: string } | { ok: false; problem: string; isFinal: boolean };

const tooLarge: FetchedPhoto = { ok: false, problem: 'tệp lớn hơn 12 MB', isFinal: true };
const notAPicture: FetchedPhoto = { ok: false, problem: 'tệp không phải JPEG, PNG hoặc WebP', isFinal: true };

async function read(answer: Response): Promise<FetchedPhoto> {
  if (Number(answer.headers.get('content-length')) > maxBytes) {
    await answer.body?.cancel();
    return tooLarge;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return tooLarge;
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const type = photoType(bytes);
  return type ? { ok: true, bytes, type } : notAPicture;
}

/** Downloads a picture. Never throws: an unreachable server is a result, too. */
export async function fetchPhoto(url: string): Promise<FetchedPhoto> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (answer.ok) return await read(answer);
    await answer.body?.cancel();
    return { ok: false, problem: `không tải được tệp (trả lời ${answer.status})`, isFinal: false };
  } catch {
    return { ok: false, problem: 'không tải được tệp', isFinal: false };
  }
}
