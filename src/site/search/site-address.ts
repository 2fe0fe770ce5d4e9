import { tidied } from '../../search/query.ts';
import { type SiteQuestion, sections } from './site-answer.ts';

const mostShown = 200;

/** Reads the question of an address. Leaves out what it does not know. */
export function readQuestion(query: URLSearchParams): SiteQuestion {
  const section = sections.find(({ id }) => id === query.get('muc'))?.id ?? null;
  const count = Math.min(Number(query.get('xem')) || 0, mostShown);
  return { text: tidied(query.get('q') ?? ''), section, ...(count > 0 && { count }) };
}

/** The address of a question. */
export function addressOf({ text, section, count }: SiteQuestion): string {
  const query = new URLSearchParams();
  if (text) query.set('q', text);
  if (section) query.set('muc', section);
  if (count) query.set('xem', String(count));
  const asked = query.toString();
  return `/tim-kiem/${asked ? `?${asked}` : ''}`;
}
