import { type FetchedBytes, fetchBytes } from '../../../platform/http/fetch-bytes.ts';

const maxBytes = 8 * 1024 * 1024;

/** Downloads an attached list. Never throws. What went wrong is a sentence for staff. */
export async function fetchList(url: string): Promise<FetchedBytes> {
  const fetched = await fetchBytes(url, maxBytes);
  return fetched.ok ? fetched : { ...fetched, problem: `Danh sách đính kèm: ${fetched.problem}.` };
}
