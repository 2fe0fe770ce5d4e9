import { fold } from '../../vietnamese/fold.ts';
import { awardForms } from '../../vocabulary/taxonomy.ts';
import { storyPath } from '../stories/story-terms.ts';
import type { Story } from '../story.ts';
import { honourPath } from './statement.ts';

/** What of an honour tells its decision. */
type Decided = Pick<Story, 'decisionNumber' | 'decisionDate' | 'year'>;

/** A decision with the honours of it that are public. */
export interface AwardDecision {
  id: string;
  number: string;
  date: string | null;
  body: string | null;
  honours: readonly Story[];
}

/** The end of the address of a decision's list, `12-qd-ubnd-2026`: numbers begin anew each year. Null without a decision. */
export function decisionId({ decisionNumber, decisionDate, year }: Decided): string | null {
  const number = fold(decisionNumber ?? '').match(/[a-z0-9]+/g);
  return number && `${number.join('-')}-${decisionDate?.slice(0, 4) ?? year}`;
}

/** The decisions of some honours, the newest first; each with its honours in their order. */
export function decisionsOf(stories: readonly Story[]): AwardDecision[] {
  const groups = Map.groupBy(stories, decisionId);
  const all = [...groups].flatMap(([id, honours]) => {
    const [first] = honours;
    if (id === null || !first?.decisionNumber) return [];
    return [
      { id, number: first.decisionNumber, date: first.decisionDate, body: first.decisionBody, honours },
    ];
  });
  return all.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id));
}

/** Where the list of a decision stands: as a table, or with the signed statement of each honour. */
export const decisionListPath = (id: string, kind: 'csv' | 'json'): string =>
  `/api/v1/quyet-dinh/${id}.${kind}`;

const headings = [
  'Mã',
  'Tên',
  'Đơn vị',
  'Hình thức khen thưởng',
  'Số quyết định',
  'Ngày quyết định',
  'Cơ quan quyết định',
  'Địa chỉ',
  'Xác nhận có chữ ký số',
] as const;

/** The list of a decision as rows of cells; addresses are whole. */
export const decisionRows = ({ honours }: AwardDecision, origin: string): (string | null)[][] => [
  [...headings],
  ...honours.map((story) => [
    story.id,
    story.name,
    story.unitName,
    awardForms.find(({ id }) => id === story.awardForm)?.name ?? null,
    story.decisionNumber,
    story.decisionDate,
    story.decisionBody,
    new URL(storyPath(story), origin).href,
    new URL(honourPath(story.id), origin).href,
  ]),
];
