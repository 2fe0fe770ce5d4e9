import type { Story } from '../story.ts';

/** Address of what the press needs of a story, and of its plain text. */
export const pressPaths = (id: Story['id']) =>
  ({ page: `/bao-chi/${id}/`, text: `/bao-chi/${id}.txt` }) as const;
