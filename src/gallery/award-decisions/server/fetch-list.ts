import { fetchCapped, type Fetched } from '../../../platform/http/fetch-capped.ts';

const maxBytes = 8 * 1024 * 1024;
const timeoutMs = 6_000;

/** Downloads an attached list. Never throws. */
export async function fetchList(url: string): Promise<Fetched> {
  const fetched = await fetchCapped(url, { maxBytes, timeoutMs });
  return fetched.ok ? fetched : { ...fetched, problem: `Tệp danh sách ${fetched.problem}` };
}
