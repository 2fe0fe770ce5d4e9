import { writeCsv } from '../../platform/spreadsheet/csv.ts';

// The build and browsers load this module, so it imports nothing else.

/** A story as public data. Keys are a contract: keys may be added, never renamed. */
export interface OpenStory {
  id: string;
  address: string;
  kind: string;
  name: string;
  summary: string;
  unitCode: string | null;
  unitName: string;
  strands: readonly string[];
  criteriaGroup: string | null;
  clauses: readonly string[];
  year: number;
  occasion: string | null;
  awardForm: string | null;
  decisionNumber: string | null;
  /** `YYYY-MM-DD`. */
  decisionDate: string | null;
  decisionBody: string | null;
  /** Instants. */
  publishedAt: string;
  changedAt: string;
  /** An invented record: appears only where the site runs on a developer's machine. */
  sample: boolean;
}

/** A list of stories as public data, with its title, source, time, and the names of its ids. */
export interface OpenDocument {
  title: string;
  publisher: string;
  /** How to name the source. */
  credit: string;
  /** The page that shows the list. */
  address: string;
  generatedAt: string;
  total: number;
  /** Key of a story → id → name. */
  terms: Record<
    'kind' | 'strands' | 'criteriaGroup' | 'clauses' | 'occasion' | 'awardForm',
    Record<string, string>
  >;
  stories: readonly OpenStory[];
}

/** Addresses of the list of all stories. */
export const openDataPaths = { json: '/api/v1/dien-hinh.json', csv: '/api/v1/dien-hinh.csv' } as const;

/**
 * A list of stories as CSV (RFC 4180) for people: words instead of ids. The file begins with the byte order mark by which Excel
 * recognises UTF-8, and no cell begins like a formula.
 */
export function csvOf({ terms, stories }: OpenDocument): string {
  const called = (names: Record<string, string>, ids: readonly (string | null)[]): string =>
    ids.flatMap((id) => (id === null ? [] : [names[id] ?? id])).join('; ');
  const columns: [string, (story: OpenStory) => string | number | null][] = [
    ['Mã', (story) => story.id],
    ['Địa chỉ', (story) => story.address],
    ['Loại', (story) => called(terms.kind, [story.kind])],
    ['Tên', (story) => story.name],
    ['Tóm tắt', (story) => story.summary],
    ['Mã đơn vị', (story) => story.unitCode],
    ['Đơn vị', (story) => story.unitName],
    ['Nội dung thi đua', (story) => called(terms.strands, story.strands)],
    ['Nhóm tiêu chí', (story) => called(terms.criteriaGroup, [story.criteriaGroup])],
    ['Mục của Kế hoạch', (story) => called(terms.clauses, story.clauses)],
    ['Năm', (story) => story.year],
    ['Dịp khen thưởng', (story) => called(terms.occasion, [story.occasion])],
    ['Hình thức khen thưởng', (story) => called(terms.awardForm, [story.awardForm])],
    ['Số quyết định', (story) => story.decisionNumber],
    ['Ngày quyết định', (story) => story.decisionDate],
    ['Cơ quan quyết định', (story) => story.decisionBody],
    ['Công bố', (story) => story.publishedAt],
    ['Cập nhật', (story) => story.changedAt],
    ['Ghi chú', ({ sample }) => (sample ? 'Dữ liệu minh họa' : '')],
  ];
  const rows = stories.map((story) => columns.map(([, read]) => read(story)));
  return writeCsv([columns.map(([name]) => name), ...rows]);
}
