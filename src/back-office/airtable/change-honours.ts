import { stateById } from '../../filing/states.ts';
import { storyStates } from '../../gallery/story.ts';
import type { ChangeHonours, HonourChange } from '../awards/honour.ts';
import type { BaseSession } from './base-session.ts';
import type { AirtableClient } from './client.ts';
import type { Cell, Table } from './column.ts';
import { tableOfForm } from './columns.ts';
import { isLater, MissingError, RefusedError } from './errors.ts';
import { requiredColumn, tableLayout } from './places.ts';
import { stateColumn } from './state-column.ts';
import { fieldsOf } from './story-cells.ts';
import { stories } from './story-table.ts';

const published = storyStates.find(({ id }) => id === 'cong-bo')?.name;
const nominations = tableOfForm['de-cu-tap-the'];

function changedCells(change: HonourChange): Record<string, Cell> {
  if (change.is === 'agreed') return { 'Đồng ý công khai': true };
  const state = change.is === 'approved' ? published : stateById('da-co-quyet-dinh').airtable;
  return { 'Đợt công bố': change.release, [stateColumn]: state };
}

const tableOf = ({ is }: HonourChange): Table => (is === 'decided' && nominations ? nominations : stories);

/**
 * Updates at most ten rows of one table: ticks the consent, or sets release and state together. Skips deleted rows. Null if the run has
 * no calls left.
 */
export async function changeHonours(
  client: AirtableClient,
  base: BaseSession,
  rows: Parameters<ChangeHonours>[0],
): Promise<string[] | null> {
  const [first, ...others] = rows;
  if (!first) return [];
  try {
    await base.withLayout(async (layout) => {
      const table = tableOf(first.change);
      const place = tableLayout(layout, table);
      // Without its release a row would be public, or told, at once.
      if (first.change.is !== 'agreed') requiredColumn(place, 'Đợt công bố');
      const records = rows.map(({ recordId: id, change }) => ({
        id,
        fields: fieldsOf(table, place, changedCells(change)),
      }));
      await client.records({ method: 'PATCH', path: `/${place.id}`, body: { records } });
    });
    return rows.map(({ recordId }) => recordId);
  } catch (error) {
    if (isLater(error)) return null;
    const isGone = error instanceof MissingError || error instanceof RefusedError;
    if (!isGone) throw error;
    if (others.length === 0) return [];
  }
  const middle = Math.ceil(rows.length / 2);
  const before = await changeHonours(client, base, rows.slice(0, middle));
  const after = await changeHonours(client, base, rows.slice(middle));
  return before && after ? [...before, ...after] : null;
}
