import { escapeMarkup } from '../../platform/markup.ts';
import type { Story } from '../story.ts';

/** Address of the card of a story that other sites may frame. functions/embeds.ts answers it. */
export const embedPath = (id: Story['id']): string => `/nhung/${id}/`;

/** The one line that puts the card of a story into another page. It needs no script. */
export const embedCode = ({ id, name }: Pick<Story, 'id' | 'name'>, origin: string): string =>
  `<iframe src="${new URL(embedPath(id), origin).href}" title="${escapeMarkup(name)}" width="100%" height="260" loading="lazy" style="border:0;max-width:40rem"></iframe>`;
