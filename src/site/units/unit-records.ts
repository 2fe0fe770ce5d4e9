import { readLiveCollection } from '../../gallery/live-collection.ts';
import { publishedStories } from '../../gallery/published.ts';
import { units } from '../../vocabulary/units.ts';
import { type UnitRecord, unitRecord } from './unit-record.ts';

/** The records of all listed units. */
export async function unitRecords(): Promise<UnitRecord[]> {
  const [stories, adoptions] = await Promise.all([publishedStories(), readLiveCollection('adoptions')]);
  return units.map((unit) => unitRecord(unit, stories, adoptions));
}
