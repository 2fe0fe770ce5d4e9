import { criteria, criteriaGroups } from '../schemas/taxonomy.ts';

/** Criteria by their names, each with its place in the plan: “III.1.1, gạch đầu dòng 3”. */
export function criteriaLines(ids: readonly string[]): string[] {
  return criteria
    .filter(({ id }) => ids.includes(id))
    .map(({ id, group, name }) => {
      const number = criteriaGroups.find((each) => each.id === group)?.number;
      return `${name} (III.${number}, gạch đầu dòng ${id.split('-').at(-1)} của Kế hoạch)`;
    });
}
