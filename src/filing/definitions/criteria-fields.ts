import { type CriteriaGroup, criteria } from '../../vocabulary/taxonomy.ts';
import type { FieldError } from '../submission.ts';
import { oneOf, someOf } from './choice-fields.ts';

const titleOf = (group: CriteriaGroup) => `${group.number}. ${group.name}`;

/** The criteria group of a nominee, and the criteria of that group which it met (Kế hoạch 113/KH-UBND, III.1). */
export const criteriaFields = (
  groups: readonly CriteriaGroup[],
  { hint, criteriaHint }: { hint: string; criteriaHint: string },
) => ({
  criteriaGroup: oneOf({
    label: 'Nhóm tiêu chí',
    hint,
    control: 'radios',
    choices: groups.map((group) => ({ value: group.id, label: titleOf(group) })),
  }),
  criteria: someOf({
    label: 'Tiêu chí đã đạt',
    heading: 'Tiêu chí',
    hint: criteriaHint,
    follows: 'criteriaGroup',
    choices: groups.flatMap((group) =>
      criteria
        .filter((criterion) => criterion.group === group.id)
        .map(({ id, name }) => ({
          value: id,
          label: name,
          group: titleOf(group),
          when: group.id,
          href: `/ke-hoach/${id}/`,
        })),
    ),
  }),
});

/** A ticked criterion must belong to the chosen group. */
export function criteriaMistakes(filed: Record<string, unknown>): FieldError[] {
  if (!Array.isArray(filed.criteria) || typeof filed.criteriaGroup !== 'string') return [];
  const inGroup = new Set(criteria.filter(({ group }) => group === filed.criteriaGroup).map(({ id }) => id));
  const allFit = filed.criteria.every((id) => inGroup.has(id));
  return allFit ? [] : [{ field: 'criteria', message: 'Có tiêu chí không thuộc nhóm đã chọn.' }];
}
