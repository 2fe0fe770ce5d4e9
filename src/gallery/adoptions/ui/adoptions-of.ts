import { readLiveCollection } from '../../live-collection.ts';
import type { Adoption } from '../adoption.ts';

const byName = new Intl.Collator('vi', { numeric: true });

const latestFirst = (a: Adoption, b: Adoption) =>
  b.since.localeCompare(a.since) || byName.compare(a.unitName, b.unitName);

async function byModel(): Promise<Map<string, Adoption[]>> {
  const all = await readLiveCollection('adoptions');
  return Map.groupBy(all.toSorted(latestFirst), ({ model }) => model);
}

let grouped: ReturnType<typeof byModel> | undefined;

/** Adoptions are grouped once per build, not once per page. */
function onceByModel(): ReturnType<typeof byModel> {
  grouped ??= byModel();
  return grouped;
}

/** The public adoptions of a model, latest first; within one month by name, in Vietnamese order. */
export async function adoptionsOf(model: string): Promise<readonly Adoption[]> {
  return (await onceByModel()).get(model) ?? [];
}
