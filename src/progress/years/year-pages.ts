import { z } from 'zod';
import { forms } from '../../filing/definitions/registry.ts';
import { storyPath } from '../../gallery/stories/story-terms.ts';
import type { Story } from '../../gallery/story.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';
import { begunCases, standingOf } from '../../vocabulary/comment-cases.ts';
import { guidance } from '../../vocabulary/guidance.ts';
import { criteriaGroups } from '../../vocabulary/taxonomy.ts';
import { type PublishedPlan, planPages } from '../coverage/published-plans.ts';
import { inWords, type PublicThings, standingNames } from './page-names.ts';

/** A page as the public site served it when its year was closed. `id` is year and path. */
export const yearPageSchema = z.object({
  id: z.string(),
  year: z.int(),
  path: z.string(),
  html: z.string(),
  /** What it names; see page-names.ts. Null where nobody noted that. */
  names: z.array(z.string()).nullable(),
});

/** See `yearPageSchema`. */
export type YearPage = z.infer<typeof yearPageSchema>;

const always = [
  '/',
  '/ke-hoach/',
  '/khen-thuong/',
  '/lo-trinh/',
  '/phan-cong/',
  '/tieu-chi/',
  '/van-ban/',
  '/hoi-dap/',
  '/tien-do/',
  '/tien-do/ke-hoach/',
  '/tien-do/ke-hoach-don-vi/',
  '/lay-y-kien/',
  '/quyen-rieng-tu/',
];

/** The pages that stay with a year: rules, criteria, forms, coverage, its lists for comment, its stories. */
export function pathsOfYear(
  year: number,
  { stories, plans }: { stories: readonly Story[]; plans: readonly PublishedPlan[] },
  now: Date,
): string[] {
  // One that is still open may lose people, and stays at its own address.
  const cases = begunCases(now).filter(
    (one) => standingOf(one, now) === 'closed' && dayInVietnam(one.opensAt).startsWith(String(year)),
  );
  return [
    ...always,
    ...criteriaGroups.map(({ id }) => `/tieu-chi/${id}/`),
    ...guidance().map(({ path }) => path),
    ...forms.flatMap(({ path }) => [path, `${path}phieu-trong/`]),
    ...planPages(plans).map(({ path }) => path),
    ...cases.map(({ path }) => path),
    ...stories.filter((story) => story.year === year).map(storyPath),
  ];
}

/** Where the pages of a closed year stand. */
export const yearPagesPath = (year: number): string => `/nam/${year}/trang.zip`;

/** The pages of a year as they may be published now. */
export interface PublishablePages {
  kept: YearPage[];
  /** Pages that are published no more, as a sentence for each reason; none names anybody. */
  gone: string[];
}

/** The address of a story has its name, so a page of a story that is not public is told without it. */
const saidPath = ({ path }: YearPage, shown: ReadonlySet<string>) =>
  path.startsWith('/dien-hinh/') && !shown.has(path) ? 'của một điển hình' : path;

/** Why pages are published no more: a sentence for each reason. */
function goneWords(pages: readonly { page: YearPage; lost: string[] | null }[], shown: ReadonlySet<string>) {
  const byReason = Map.groupBy(pages, ({ lost }) =>
    lost
      ? `có nêu ${inWords(lost).join(', ')}, nay không còn công khai như lúc chốt`
      : 'lúc chốt chưa ghi trang nêu những gì',
  );
  return [...byReason].map(([why, own]) => {
    const paths = own.map(({ page }) => saidPath(page, shown));
    const which = paths.length === 1 ? `Trang ${paths.join()}` : `${paths.length} trang`;
    const named = paths.map((path) => (path.startsWith('/') ? path : `trang ${path}`));
    const list = paths.length === 1 ? '' : `: ${named.join(', ')}`;
    return `${which} không còn trong tệp các trang, vì ${why}${list}`;
  });
}

/** Of the pages of a year those that name only what is public; the others are told. */
export function publishablePages(
  pages: readonly YearPage[],
  year: number,
  things: PublicThings,
): PublishablePages {
  const standing = standingNames(things);
  const shown = new Set(things.stories.map(storyPath));
  const looked = pages
    .filter((page) => page.year === year)
    .map((page) => ({ page, lost: page.names?.filter((name) => !standing.has(name)) ?? null }));
  return {
    kept: looked.filter(({ lost }) => lost?.length === 0).map(({ page }) => page),
    gone: goneWords(
      looked.filter(({ lost }) => lost?.length !== 0),
      shown,
    ),
  };
}
