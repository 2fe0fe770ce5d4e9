import { awardForms } from '../../vocabulary/taxonomy.ts';
import { storyPath } from '../stories/story-terms.ts';
import type { Story } from '../story.ts';
import { bodySlug, plainWords } from './decision-terms.ts';
import { honourPath } from './statement.ts';

/** What of an honour tells its decision. */
type Decided = Pick<Story, 'decisionNumber' | 'decisionDate' | 'decisionBody' | 'year'>;

/** A decision with the honours of it that are public. */
export interface AwardDecision {
  id: string;
  number: string;
  date: string | null;
  body: string | null;
  honours: readonly Story[];
}

/** Number and year, `12-qd-ubnd-2026`: numbers begin anew each year, and each body has its own. */
function numberId({ decisionNumber, decisionDate, year }: Decided): string | null {
  const number = plainWords(decisionNumber ?? '').join('-');
  return number === '' ? null : `${number}-${decisionDate?.slice(0, 4) ?? year}`;
}

/** The end of the address of a decision's list, `12-qd-ubnd-2026-ubnd-xa-loc-ninh`. Null without a decision. */
export function decisionId(story: Decided): string | null {
  const number = numberId(story);
  const body = bodySlug(story.decisionBody ?? '');
  return number === null || body === '' ? number : `${number}-${body}`;
}

/** Both ends of addresses at which a decision is found: by number and year, and by number, year and body. */
export const decisionIds = (decided: Decided): string[] => [
  ...new Set([numberId, decisionId].flatMap((idOf) => idOf(decided) ?? [])),
];

/** What all honours say alike; null where they differ. */
function shared<T>(values: readonly T[]): T | null {
  const [first, ...others] = new Set(values);
  return others.length > 0 ? null : (first ?? null);
}

const grouped = (stories: readonly Story[], idOf: (story: Story) => string | null): AwardDecision[] =>
  [...Map.groupBy(stories, idOf)].flatMap(([id, honours]) => {
    const [first] = honours;
    if (id === null || !first?.decisionNumber) return [];
    const isOne = shared(honours.map(decisionId)) !== null;
    const [date, body] = isOne
      ? [first.decisionDate, first.decisionBody]
      : [shared(honours.map((story) => story.decisionDate)), null];
    return [{ id, number: first.decisionNumber, date, body, honours }];
  });

/** The decisions of some honours, the newest first; each with its honours in their order. */
export const decisionsOf = (stories: readonly Story[]): AwardDecision[] =>
  grouped(stories, decisionId).toSorted(
    (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id),
  );

/**
 * What the addresses of lists answer with: each decision, and for each number and year the honours of every body that used it. The
 * latter were the only addresses once; a row of the list names its body.
 */
export const decisionLists = (stories: readonly Story[]): AwardDecision[] => {
  const byNumber = grouped(stories, numberId);
  const old = new Set(byNumber.map(({ id }) => id));
  return [...byNumber, ...decisionsOf(stories).filter(({ id }) => !old.has(id))];
};

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
