import { noMemory, setUpBase } from '../../src/back-office/airtable/set-up-base.ts';
import { isNewTexts, setUpRows } from '../../src/back-office/airtable/set-up-rows.ts';
import { sampleAdoptions } from '../airtable-stand-in/samples/adoptions.ts';
import { sampleCases } from '../airtable-stand-in/samples/cases.ts';
import { sampleStories } from '../airtable-stand-in/samples.ts';
import { openBase } from './base-client.ts';

const batchSize = 10;

/** Rows by table, with the column that tells one from another. */
const samples = [
  { table: 'Điển hình', merge: 'Mã', rows: sampleStories },
  { table: 'Áp dụng', merge: 'Mã hồ sơ', rows: sampleAdoptions },
  // Here everybody may see the page that an owner has to open.
  { table: 'Cài đặt', merge: 'Mã', rows: [{ Mã: 'chi-ra.mo', 'Giá trị': 'Có' }] },
  { table: 'Lấy ý kiến', merge: 'Mã đợt', rows: sampleCases(new Date()) },
];

/** Prepares the local stand-in as `npm run base` would, and puts the samples in when it was new or lacked a column. */
export async function seedStandIn(endpointUrl: string, callsASecond: number): Promise<void> {
  const address = { endpointUrl, baseId: 'appLocal0000000000', token: 'local' };
  const client = openBase(address, 1_250 / callsASecond);
  const { created } = await setUpBase(client);
  if (created.length === 0) return;
  await setUpRows(client, { baseId: address.baseId, memory: noMemory }, isNewTexts(created));
  for (const { table, merge, rows } of samples) {
    const path = `/${encodeURIComponent(table)}`;
    for (let start = 0; start < rows.length; start += batchSize) {
      const records = rows.slice(start, start + batchSize).map((fields) => ({ fields }));
      const body = { performUpsert: { fieldsToMergeOn: [merge] }, records };
      await client.records({ method: 'PATCH', path, body });
    }
  }
}
