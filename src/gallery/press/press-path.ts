import type { Story } from '../story.ts';

/** The page that functions/press-pages.ts fills with what the press needs of a story. */
export const pressTemplate = '/bao-chi/dien-hinh/';

/** The sizes of drawn photos, as the last build knew them. */
export const pressPhotosPath = '/bao-chi/anh.json';

/** Address of what the press needs of a story, of its plain text, and of the sheet of an honour. A function answers them from the store. */
export const pressPaths = (id: Story['id']) =>
  ({
    page: `${pressTemplate}${id}/`,
    text: `${pressTemplate}${id}.txt`,
    sheet: `${pressTemplate}${id}.pdf`,
  }) as const;
