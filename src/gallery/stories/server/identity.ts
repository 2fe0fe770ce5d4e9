import type { KnownStory } from './story-writes.ts';

/** A row that asks for a `Mã`. */
interface Claim {
  recordId: string;
  id: string;
}

/** The outcome of a claim: the stored story that the row continues (none for a new one), or why the row has no say. */
export type Claimed = { ok: true; known: KnownStory | undefined } | { ok: false; problem: string };

/** Reads the `Mã` that records hold now, by record; a record that is gone has no entry. */
export type CodesOf = (recordIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

const taken = (id: string) =>
  `Cột “Mã”: mã ${id} là của một hàng có trước, nên hàng này không có tác dụng. Đặt mã khác cho hàng này; nếu hàng này thay hàng kia, xóa hàng kia rồi sửa một ô bất kỳ ở đây.`;

const changed = (from: string, to: string) =>
  `Cột “Mã”: mã đã đổi từ ${from} sang ${to}. Bài vẫn hiện theo mã ${from}, vì địa chỉ đã công bố không đổi. Ghi lại ${from}; bài mới thì thêm hàng mới.`;

/**
 * Decides which row speaks for which story. The `Mã` is the identity of a story: a row that takes the place of one that was deleted
 * or has another `Mã` by now continues its story. Among living rows with one `Mã` the first has it. A story that was never shown
 * may still change its `Mã`.
 */
export async function claimIds(
  claims: readonly Claim[],
  known: readonly KnownStory[],
  codesOf: CodesOf,
): Promise<Map<string, Claimed>> {
  const byId = new Map(known.map((story) => [story.id, story]));
  const byRecord = new Map(known.map((story) => [story.recordId, story]));
  const rivals = claims.flatMap(({ id, recordId }) => {
    const owner = byId.get(id);
    return owner && owner.recordId !== recordId ? [owner.recordId] : [];
  });
  const codes = rivals.length > 0 ? await codesOf([...new Set(rivals)]) : new Map<string, string>();
  const holders = new Map<string, string>();
  const outcome = new Map<string, Claimed>();
  // The row that held a `Mã` before goes first.
  const inOrder = claims.toSorted(
    (a, b) =>
      Number(byId.get(b.id)?.recordId === b.recordId) - Number(byId.get(a.id)?.recordId === a.recordId),
  );
  for (const { id, recordId } of inOrder) {
    const owner = byId.get(id);
    const earlier = byRecord.get(recordId);
    const isOwners = owner === undefined || owner.recordId === recordId || !codes.has(owner.recordId);
    if (earlier && earlier.id !== id && earlier.shown)
      outcome.set(recordId, { ok: false, problem: changed(earlier.id, id) });
    else if (!isOwners || holders.has(id)) outcome.set(recordId, { ok: false, problem: taken(id) });
    else {
      holders.set(id, recordId);
      outcome.set(recordId, { ok: true, known: owner });
    }
  }
  return outcome;
}
