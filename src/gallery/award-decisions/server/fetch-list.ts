const maxBytes = 8 * 1024 * 1024;
const timeoutMs = 6_000;

/** The bytes of a list, or why they did not come; `isFinal` where another try would fail in the same way. */
type FetchedList = { ok: true; bytes: Uint8Array } | { ok: false; problem: string; isFinal: boolean };

/** Downloads an attached list. Never throws. */
export async function fetchList(url: string): Promise<FetchedList> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (!answer.ok) {
      await answer.body?.cancel();
      return {
        ok: false,
        problem: `Không tải được tệp danh sách (trả lời ${answer.status}).`,
        isFinal: false,
      };
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) return { ok: false, problem: 'Tệp danh sách lớn hơn 8 MB.', isFinal: true };
      chunks.push(chunk);
    }
    return { ok: true, bytes: Buffer.concat(chunks) };
  } catch {
    return { ok: false, problem: 'Không tải được tệp danh sách.', isFinal: false };
  }
}
