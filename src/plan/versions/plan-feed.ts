import rss from '@astrojs/rss';
import { planDocument } from '../schema.ts';
import type { PlanChange } from './changes.ts';

/** The changes of the plan as RSS 2.0, latest first. */
export const planFeed = (changes: readonly PlanChange[], origin: URL): Promise<Response> =>
  rss({
    title: `Kế hoạch ${planDocument.number}: ban hành, sửa đổi`,
    description: planDocument.subject,
    site: new URL('/ke-hoach/#cac-lan-sua', origin),
    items: changes.map(({ day, document, what, clauses }) => ({
      title: document,
      description: what,
      link: clauses.length === 1 ? `/ke-hoach/${clauses[0]?.id}/` : '/ke-hoach/',
      pubDate: new Date(`${day}T00:00:00+07:00`),
      customData: `<guid isPermaLink="false">ke-hoach-${day}</guid>`,
    })),
    customData: '<language>vi</language>',
  });
