import { setUpBase } from '../src/airtable/set-up-base.ts';
import { sampleStories } from './airtable/samples.ts';
import { openBase } from './base-client.ts';

const batchSize = 10;

/** Prepares the local stand-in as `npm run base` would, and puts the sample stories in when it holds none. */
export async function seedStandIn(endpointUrl: string): Promise<void> {
  const client = openBase({ endpointUrl, baseId: 'appLocal0000000000', token: 'local' });
  const { created } = await setUpBase(client);
  if (created.length === 0) return;
  const path = `/${encodeURIComponent('Điển hình')}`;
  for (let start = 0; start < sampleStories.length; start += batchSize) {
    const records = sampleStories.slice(start, start + batchSize).map((fields) => ({ fields }));
    const body = { performUpsert: { fieldsToMergeOn: ['Mã'] }, records };
    await client.records({ method: 'PATCH', path, body });
  }
}
