import { facetPath } from '../../gallery/stories/facets.ts';
import { communes } from '../../vocabulary/units.ts';

/** Where a result about a unit leads: to its stories, or else to its row of the map, or to the table of duties. */
export function unitDoor(code: string, hasStories: boolean): string {
  if (hasStories) return facetPath('don-vi', code);
  return communes.some((commune) => commune.code === code) ? `/dien-hinh/ban-do/#xa-${code}` : '/phan-cong/';
}
