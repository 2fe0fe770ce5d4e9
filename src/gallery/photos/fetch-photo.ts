import { fetchBytes } from '../../platform/http/fetch-bytes.ts';
import { photoType } from './photo-type.ts';

const maxBytes = 12 * 1024 * 1024;

/** A fetched picture, or why the fetch failed; `isFinal` where another try would fail in the same way. */
export type FetchedPhoto =
  | { ok: true; bytes: Buffer; type: string }
  | { ok: false; problem: string; isFinal: boolean };

const notAPicture: FetchedPhoto = { ok: false, problem: 'tệp không phải JPEG, PNG hoặc WebP', isFinal: true };

/** Downloads a picture. Never throws: an unreachable server is a result, too. */
export async function fetchPhoto(url: string): Promise<FetchedPhoto> {
  const fetched = await fetchBytes(url, maxBytes);
  if (!fetched.ok) return fetched;
  const type = photoType(fetched.bytes);
  return type ? { ...fetched, type } : notAPicture;
}
