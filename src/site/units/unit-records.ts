import { readLiveCollection } from '../../gallery/live-collection.ts';
import { publishedStories } from '../../gallery/published.ts';
import { builtCoverage } from '../../progress/coverage/read-coverage.ts';
import { units } from '../../vocabulary/units.ts';
import { type UnitRecord, unitRecord } from './unit-record.ts';

/** The records of all listed units. */
export async function unitRecords(): Promise<UnitRecord[]> {
  const [stories, adoptions, { lines }] = await Promise.all([
    publishedStories(),
    readLiveCollection('adoptions'),
    builtCoverage(),
  ]);
  const lineOf = new Map(lines.map((line) => [line.unit.code, line]));
  return units.map((unit) => unitRecord(unit, stories, adoptions, lineOf.get(unit.code)));
}
