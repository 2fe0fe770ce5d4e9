/** The bytes behind an address, or why they did not come; `isFinal` where another try would fail in the same way. */
export type Fetched =
  { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; problem: string; isFinal: boolean };

/** Downloads at most `maxBytes`. Never throws: an unreachable server is a result, too. */
export async function fetchCapped(
  url: string,
  { maxBytes, timeoutMs }: { maxBytes: number; timeoutMs: number },
): Promise<Fetched> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (!answer.ok) {
      await answer.body?.cancel();
      return { ok: false, problem: `không tải được (trả lời ${answer.status}).`, isFinal: false };
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes)
        return { ok: false, problem: `lớn hơn ${Math.floor(maxBytes / 1024 / 1024)} MB.`, isFinal: true };
      chunks.push(chunk);
    }
    return { ok: true, bytes: new Uint8Array(Buffer.concat(chunks)) };
  } catch {
    return { ok: false, problem: 'không tải được.', isFinal: false };
  }
}
