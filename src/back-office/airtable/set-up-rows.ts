import { settings } from '../../filing/settings/list.ts';
import { textRoleNames } from '../../filing/settings/text-rules.ts';
import { laws } from '../../vocabulary/laws.ts';
import type { AirtableClient } from './client.ts';
import type { Table } from './column.ts';
import { type Memory, matchBase } from './layout.ts';
import { requiredColumn, tableLayout } from './places.ts';
import { texts, values } from './settings-tables.ts';

const rowsACall = 10;

/** What nobody has confirmed, so it stands as a note for staff and not as a fact of the site. */
const doubts: Readonly<Record<string, string>> = {
  '152/2025/NĐ-CP': 'Có nguồn ghi hết hiệu lực từ 01/3/2027. Đối chiếu Công báo rồi điền “Hết hiệu lực từ”.',
};

/** The rows of `Cài đặt` that staff fill, without their values. */
const valueRows = settings.map(({ key, name, filledBy }) => ({ Mã: key, Mục: name, 'Ai điền': filledBy }));

/** The texts that the site cites, for staff to confirm from when to when they are in force. */
const textRows = () =>
  laws().map(({ kind, number, issuer, date, about, address }) => ({
    'Số hiệu': number,
    'Vai trò': textRoleNames['can-cu'],
    'Loại văn bản': kind,
    'Trích yếu': about,
    'Cơ quan ban hành': issuer,
    'Ngày ký': date,
    ...(address === null ? {} : { 'Nơi đọc': address }),
    ...(doubts[number] === undefined ? {} : { 'Nguồn đối chiếu': doubts[number] }),
  }));

/** Whether the table of legal texts was just made, by what `setUpBase` created: only then are its first rows written. */
export const isNewTexts = (created: readonly string[]): boolean =>
  created.some((one) => one.startsWith(`bảng “${texts.name}”`));

/**
 * Makes the rows in which the owner sets values and confirms legal texts, and renews what the site says in them. What staff typed
 * stays: of a text that has a row, nothing is written. Throws the client's errors.
 */
export async function setUpRows(
  client: AirtableClient,
  { baseId, memory }: { baseId: string; memory: Memory },
  isNewTable: boolean,
): Promise<void> {
  const layout = await matchBase(client, baseId, memory, new Date());
  const write = async (table: Table, rows: readonly Record<string, string>[]) => {
    const place = tableLayout(layout, table);
    const idOf = (name: string) => requiredColumn(place, name).id;
    for (let start = 0; start < rows.length; start += rowsACall) {
      const records = rows.slice(start, start + rowsACall).map((row) => ({
        fields: Object.fromEntries(Object.entries(row).map(([name, cell]) => [idOf(name), cell])),
      }));
      const body = { performUpsert: { fieldsToMergeOn: [idOf(table.mergeColumn)] }, records };
      await client.records({ method: 'PATCH', path: `/${place.id}`, body });
    }
  };
  await write(values, valueRows);
  if (isNewTable) await write(texts, textRows());
}
