import { nameOfColumn, type PulledRow } from '../../filing/delivery/pulled-row.ts';
import { findUnreadable } from '../../vietnamese/unreadable.ts';

/** A text of a row, and the field in which it stands. */
type FieldText = [field: string, text: string];

const textsOf = (field: string, value: unknown): FieldText[] => {
  if (typeof value === 'string') return [[field, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((part) => textsOf(field, part));
};

/** `unreadableIn` for cells of a row, which it calls by the names that their columns have now. */
export const unreadableCells = (row: Pick<PulledRow, 'columns'>, fields: object): string | null =>
  unreadableIn(
    Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [`Cột “${nameOfColumn(row, field)}”`, value]),
    ),
  );

/**
 * Describes unreadable fields of a row in words for staff: text in a pre-Unicode encoding, text decoded with a wrong encoding, or
 * text with lost letters. Null where every text is readable.
 */
function unreadableIn(fields: object): string | null {
  const problems = Object.entries(fields)
    .flatMap(([field, value]) => textsOf(field, value))
    .flatMap(([field, text]) => {
      const found = findUnreadable(text);
      return found ? [`${field}: ${found.message}`] : [];
    });
  return problems.length > 0 ? problems.join('\n') : null;
}
