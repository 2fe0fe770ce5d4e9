import type { Story } from '../story.ts';

/** The page that functions/press-pages.ts fills with what the press needs of a story. */
export const pressTemplate = '/bao-chi/dien-hinh/';

/** The sizes of drawn photos, as the last build knew them. */
export const pressPhotosPath = '/bao-chi/anh.json';

/** Address of what the press needs of a story, and of its plain text. A function answers both from the store. */
export const pressPaths = (id: Story['id']) =>
  ({ page: `${pressTemplate}${id}/`, text: `${pressTemplate}${id}.txt` }) as const;
