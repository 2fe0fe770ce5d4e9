import type { Choice } from '../../../filing/definitions/view.ts';
import type { Story } from '../../story.ts';

/** More would make a page too heavy for a slow line, and a list that nobody reads: then the id is typed. */
const mostChoices = 100;

const byName = new Intl.Collator('vi', { numeric: true });

/** The models that a unit can say it applies, by name, with the id that tells two of one name apart. */
export function modelChoices(models: readonly Pick<Story, 'id' | 'name'>[]): Choice[] {
  if (models.length > mostChoices) return [];
  return models
    .toSorted((a, b) => byName.compare(a.name, b.name))
    .map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
}
