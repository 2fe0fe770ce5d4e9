import type { Adoption } from '../../gallery/adoptions/adoption.ts';
import type { Story } from '../../gallery/story.ts';
import { awardForms } from '../../vocabulary/taxonomy.ts';

/** A collective or person whom a decision honours, as the site shows it. */
export type Honour = Pick<
  Story,
  'id' | 'kind' | 'name' | 'year' | 'awardForm' | 'decisionNumber' | 'decisionDate' | 'decisionBody'
>;

/** A unit that applies a model of another, as the site shows it. */
export type AppliedModel = Pick<Adoption, 'model' | 'unitName' | 'since'> & { modelName: string };

/** What a form of award is called; an honour may name none. */
export const awardName = ({ awardForm }: Pick<Honour, 'awardForm'>): string =>
  awardForms.find(({ id }) => id === awardForm)?.name ?? 'Chưa ghi hình thức';

/** The honours of some years by decision, in the order of years, decisions and codes. */
export const honoursOf = (stories: readonly Honour[], years: readonly number[]): Honour[] =>
  stories
    .filter(({ kind, year, decisionNumber }) => kind !== 'mo-hinh' && decisionNumber && years.includes(year))
    .toSorted(
      (a, b) =>
        a.year - b.year ||
        (a.decisionDate ?? '').localeCompare(b.decisionDate ?? '') ||
        a.id.localeCompare(b.id),
    );

/** Where models of the site are applied since a month of some years, by model and month. */
export function appliedIn(
  stories: readonly Pick<Story, 'id' | 'name'>[],
  adoptions: readonly Adoption[],
  years: readonly number[],
): AppliedModel[] {
  const models = new Map(stories.map(({ id, name }) => [id, name]));
  return adoptions
    .flatMap(({ model, unitName, since }) => {
      const modelName = models.get(model);
      return modelName && years.includes(Number(since.slice(0, 4)))
        ? [{ model, modelName, unitName, since }]
        : [];
    })
    .toSorted((a, b) => a.model.localeCompare(b.model) || a.since.localeCompare(b.since));
}
