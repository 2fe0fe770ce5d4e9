import { readContent } from '../content.ts';
import type { StoryRow } from '../record.ts';
import { isPublicAt } from '../standing.ts';
import type { Judged } from './judge-rows.ts';

/** What private addresses show: rows that are not public, and withdrawn ones, of which nothing is kept. */
export function draftsOf(rows: readonly StoryRow[], judged: readonly Judged[], now: Date) {
  const byRecord = new Map(rows.map((row) => [row.recordId, row]));
  return judged.flatMap(({ recordId, id, known, after, mayPreview, visibility }) => {
    const row = byRecord.get(recordId);
    const { state } = visibility;
    if (!row || id === null || !mayPreview || state === undefined) return [];
    if (known && isPublicAt(known, now) && isPublicAt(after, now)) return [];
    const { draft, photoUrl } = readContent(row);
    // Of what was taken down, and of what nobody agrees to any more, nothing is kept.
    const isGone = state === 'go-bo' || (known !== undefined && visibility.consent === false);
    return [
      {
        recordId,
        id,
        fields: isGone ? null : { ...draft },
        photo: isGone ? null : draft.photo,
        photoUrl,
        state,
        publishFrom: visibility.publishFrom ?? null,
        onPaper: row.cells.onPaper === true,
      },
    ];
  });
}
