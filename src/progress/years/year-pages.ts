import { z } from 'zod';
import { forms } from '../../filing/definitions/registry.ts';
import type { Story } from '../../gallery/story.ts';
import { storyPath } from '../../gallery/stories/story-terms.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';
import { begunCases } from '../../vocabulary/comment-cases.ts';
import { guidance } from '../../vocabulary/guidance.ts';
import { criteriaGroups } from '../../vocabulary/taxonomy.ts';

/** A page as the public site served it when its year was closed. `id` is year and path. */
export const yearPageSchema = z.object({
  id: z.string(),
  year: z.int(),
  path: z.string(),
  html: z.string(),
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
export function pathsOfYear(year: number, stories: readonly Story[], now: Date): string[] {
  const cases = begunCases(now).filter(({ opensAt }) => dayInVietnam(opensAt).startsWith(String(year)));
  return [
    ...always,
    ...criteriaGroups.map(({ id }) => `/tieu-chi/${id}/`),
    ...guidance().map(({ path }) => path),
    ...forms.flatMap(({ path }) => [path, `${path}phieu-trong/`]),
    ...cases.map(({ path }) => path),
    ...stories.filter((story) => story.year === year).map(storyPath),
  ];
}

/** Where the pages of a closed year stand. */
export const yearPagesPath = (year: number): string => `/nam/${year}/trang.zip`;

/** The pages of a year that may be published: not those of stories that are public no more. */
export function publishablePages(
  pages: readonly YearPage[],
  year: number,
  stories: readonly Story[],
): YearPage[] {
  const shown = new Set(stories.map(storyPath));
  return pages.filter(
    (page) => page.year === year && (!page.path.startsWith('/dien-hinh/') || shown.has(page.path)),
  );
}
