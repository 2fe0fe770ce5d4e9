/** What was downloaded, or why it did not come, in words for staff; `isFinal` where another try would fail in the same way. */
export type FetchedBytes =
  | { ok: true; bytes: Buffer<ArrayBuffer> }
  | { ok: false; problem: string; isFinal: boolean };

const timeoutMs = 6_000;
const megabyte = 1024 * 1024;

async function read(answer: Response, maxBytes: number): Promise<FetchedBytes> {
  const tooLarge = { ok: false, problem: `tệp lớn hơn ${maxBytes / megabyte} MB`, isFinal: true } as const;
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
  return { ok: true, bytes: Buffer.concat(chunks) };
}

/** Downloads a file of at most `maxBytes` within six seconds. Never throws: an unreachable server is a result, too. */
export async function fetchBytes(url: string, maxBytes: number): Promise<FetchedBytes> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (answer.ok) return await read(answer, maxBytes);
    await answer.body?.cancel();
    return { ok: false, problem: `không tải được tệp (trả lời ${answer.status})`, isFinal: false };
  } catch {
    return { ok: false, problem: 'không tải được tệp', isFinal: false };
  }
}
