import type { Story } from '../../gallery/story.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import { type Closing, decisionsOf } from './closing.ts';

type Decision = Closing['document']['decisions'][number];

const called = ({ number, date, body }: Decision) =>
  [`Quyết định ${number}`, date && officialDate(date), body].filter(Boolean).join(', ');

/** Each honour with its decision. */
const honoursOf = (decisions: readonly Decision[]) =>
  new Map(
    decisions.flatMap((decision) =>
      decision.honours.map((honour) => [honour.id, { ...honour, decision }] as const),
    ),
  );

/** Honours of the year that came after it was closed, by decision. */
function added(closing: Closing, now: readonly Decision[]): string[] {
  const then = honoursOf(closing.document.decisions);
  return now.flatMap((decision) => {
    const later = decision.honours.filter(({ id }) => !then.has(id));
    if (later.length === 0) return [];
    return [`${called(decision)}: thêm ${later.map(({ id, name }) => `${id} ${name}`).join('; ')}`];
  });
}

/** What is told otherwise of honours that were there, and are public still. */
function changed(closing: Closing, stories: readonly Story[], now: readonly Decision[]): string[] {
  const present = honoursOf(now);
  const shown = new Map(stories.map((story) => [story.id, story]));
  return [...honoursOf(closing.document.decisions).values()].flatMap(({ id, name, unit, decision }) => {
    const story = shown.get(id);
    if (!story) return [];
    const own = present.get(id)?.decision;
    const otherwise = [
      ...(story.name === name ? [] : [`tên nay ghi là “${story.name}”`]),
      ...(story.unitName === unit ? [] : [`đơn vị nay ghi là “${story.unitName}”`]),
      ...(own ? [] : [`không còn trong quyết định nào của năm ${closing.year}`]),
      ...(own && called(own) !== called(decision) ? [`nay theo ${called(own)}`] : []),
    ];
    return otherwise.length > 0 ? [`${id}: ${otherwise.join('; ')}`] : [];
  });
}

/** Honours and decisions of a year that came or changed after it was closed. */
export function honoursSince(closing: Closing, stories: readonly Story[]): string[] {
  const now = decisionsOf(stories, closing.year);
  return [...added(closing, now), ...changed(closing, stories, now)];
}
