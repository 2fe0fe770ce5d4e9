import type { Choice } from '../../../filing/definitions/view.ts';
import type { Story } from '../../story.ts';

/** A longer list would be too heavy for a slow line, and nobody would read it. The unit then types the model's id. */
const mostChoices = 100;

const byName = new Intl.Collator('vi', { numeric: true });

/** The models that a unit can choose as adopted, by name. The id tells models of the same name apart. */
export function modelChoices(models: readonly Pick<Story, 'id' | 'name'>[]): Choice[] {
  if (models.length > mostChoices) return [];
  return models
    .toSorted((a, b) => byName.compare(a.name, b.name))
    .map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
}
