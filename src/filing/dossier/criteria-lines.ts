import { criteria, criteriaGroups } from '../../vocabulary/taxonomy.ts';

/** Names of criteria, each with its place in the plan: “gạch đầu dòng thứ 3 điểm 1.1 khoản 1 mục III”. */
export function criteriaLines(ids: readonly string[]): string[] {
  return criteria
    .filter(({ id }) => ids.includes(id))
    .map(({ id, group, name }) => {
      const number = criteriaGroups.find((each) => each.id === group)?.number;
      return `${name} (gạch đầu dòng thứ ${id.split('-').at(-1)} điểm ${number} khoản 1 mục III của Kế hoạch)`;
    });
}
