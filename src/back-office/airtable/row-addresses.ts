import type { AddressOfRow } from '../health/health.ts';
import { type Memory, readKnown } from './layout.ts';

/** A base, and the server that stands in for Airtable; null for Airtable itself. */
export interface BasePlace {
  baseId: string;
  standIn: string | null;
}

/** Reads where the tables of a base are. Staff alone may see these addresses. */
export async function rowAddresses(
  place: BasePlace | null,
  memory: Pick<Memory, 'read'>,
): Promise<AddressOfRow> {
  const layout = place && (await readKnown(place.baseId, memory));
  if (!layout) return () => null;
  const { baseId, standIn } = place;
  const base = standIn === null ? `https://airtable.com/${baseId}` : new URL('/bang', standIn).href;
  return (table, recordId) => {
    const { id, isMissing = true } = layout.tables[table] ?? {};
    return id && !isMissing ? `${base}/${id}/${recordId}` : null;
  };
}
