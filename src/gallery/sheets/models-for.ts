import type { Adoption } from '../adoptions/adoption.ts';
import { kmBetween } from '../map/centres.ts';
import type { Point } from '../map/topology.ts';
import type { Story } from '../story.ts';

/** A model on the sheet of a commune. */
export interface NearModel {
  story: Story;
  /** How far away its commune is; null where the model is of no commune. */
  km: number | null;
  /** The public adoptions of it. */
  adoptions: readonly Pick<Adoption, 'indicators'>[];
}

const shown = 3;

/**
 * The models to show in a commune: those of the nearest communes first, then those of no place, by how many units apply them. Its
 * own models and those that it applies already are left out, and no unit comes twice while others have a model.
 * @param stories newest first; of equals the newer comes first
 */
export function modelsFor(
  commune: string,
  stories: readonly Story[],
  adoptions: readonly Pick<Adoption, 'model' | 'unitCode' | 'indicators'>[],
  centres: ReadonlyMap<string, Point>,
): NearModel[] {
  const here = centres.get(commune);
  const byModel = Map.groupBy(adoptions, ({ model }) => model);
  const applies = (id: string) => byModel.get(id)?.some(({ unitCode }) => unitCode === commune) ?? false;
  const candidates = stories
    .filter(({ id, kind, unitCode }) => kind === 'mo-hinh' && unitCode !== commune && !applies(id))
    .map((story): NearModel => {
      const there = centres.get(story.unitCode ?? '');
      const km = here && there ? kmBetween(here, there) : null;
      return { story, km, adoptions: byModel.get(story.id) ?? [] };
    })
    .toSorted((a, b) => (a.km ?? 1e6) - (b.km ?? 1e6) || b.adoptions.length - a.adoptions.length);
  const firsts = [...Map.groupBy(candidates, ({ story }) => story.unitName).values()].flatMap(
    ([first]) => first ?? [],
  );
  const others = candidates.filter((candidate) => !firsts.includes(candidate));
  return [...firsts, ...others].slice(0, shown);
}
