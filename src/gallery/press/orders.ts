import type { Story } from '../story.ts';

/** Most stories in the table; older ones are in the gallery and in the data. */
const tableLength = 50;

const inVietnamese = new Intl.Collator('vi', { numeric: true });

/** The orders of the table of newest honorees: each is a page of its own, so that it sorts without script. */
export const orders = [
  { id: '', name: 'Mới nhất', compare: null },
  { id: 'theo-ten', name: 'Theo tên', compare: (a: Story, b: Story) => inVietnamese.compare(a.name, b.name) },
  {
    id: 'theo-don-vi',
    name: 'Theo đơn vị',
    compare: (a: Story, b: Story) => inVietnamese.compare(a.unitName, b.unitName),
  },
  {
    id: 'theo-quyet-dinh',
    name: 'Theo quyết định',
    compare: (a: Story, b: Story) => inVietnamese.compare(a.decisionNumber ?? '', b.decisionNumber ?? ''),
  },
] as const;

/** One of `orders`. */
export type Order = (typeof orders)[number];

/** Address of an order of the table. */
export const orderPath = ({ id }: Pick<Order, 'id'>): string => (id ? `/bao-chi/${id}/` : '/bao-chi/');

/** The newest honorees in an order; `stories` are the newest first. */
export function newestHonorees(stories: readonly Story[], { compare }: Order): readonly Story[] {
  const newest = stories
    .filter(({ kind, decisionNumber }) => kind !== 'mo-hinh' || decisionNumber !== null)
    .slice(0, tableLength);
  return compare ? newest.toSorted(compare) : newest;
}
