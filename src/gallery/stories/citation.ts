import { officialDate } from '../../vietnamese/official-date.ts';
import { type Story, storyKindNames } from '../story.ts';
import { site } from '../../vocabulary/site.ts';
import { localDay } from './story-terms.ts';

/**
 * The citation of a story, ready to paste: name, unit, where and when it was published, address, id.
 * @param address the full permanent address
 */
export function citation(story: Story, address: string): string {
  const warning = story.sample ? '[Dữ liệu minh họa] ' : '';
  const published = officialDate(localDay(story.publishedAt));
  const kind = storyKindNames[story.kind].toLocaleLowerCase('vi');
  return `${warning}${story.unitName}, “${story.name}” (${kind}, mã ${story.id}), ${site.name}, công bố ${published}, ${address}`;
}
