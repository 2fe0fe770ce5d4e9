import { showExcerpt } from '../../search/show-excerpt.ts';
import { pattern } from '../../ui/weave/pattern.ts';
import { longestHeld } from '../../vietnamese/longest-held.ts';
import { adoptersWords } from '../adoptions/ui/adopters-words.ts';
import type { FoundStory } from '../search/story-engine.ts';
import type { FacetValues } from '../stories/facet-values.ts';

/** Half a lozenge in cells, as in StoryCard.astro. */
const half = 6;

const nameIn = (values: FacetValues[keyof FacetValues], id: string | null): string =>
  values.find((value) => value.id === id)?.name ?? '';

function weave(card: HTMLElement, story: FoundStory, values: FacetValues): void {
  const tile = card.querySelector('pattern');
  const blank = tile?.querySelector('path');
  if (!tile || !blank) return;
  tile.id = story.id;
  tile.nextElementSibling?.setAttribute('fill', `url(#${story.id})`);
  const threads = story.strands.flatMap(
    (id) => values['noi-dung'].find((value) => value.id === id)?.threads ?? [],
  );
  const { field, stitches } = pattern(story.id, [...new Set(threads)], half);
  const paths = [{ thread: 'plot', d: field }, ...stitches].map(({ thread, d }) => {
    const path = card.ownerDocument.importNode(blank);
    path.setAttribute('class', thread);
    path.setAttribute('d', d);
    return path;
  });
  tile.replaceChildren(...paths);
}

function say(card: HTMLElement, selector: string, words: string): void {
  const element = card.querySelector(selector);
  if (words) element?.replaceChildren(words);
  else element?.remove();
}

/** “43 → 27 phút · giảm 37,2%”, parted between figures and change alone. */
function sayResult(place: Element, words: string): void {
  const nodes = words.split(' · ').flatMap((run, at) => {
    const span = place.ownerDocument.createElement('span');
    if (run.length <= longestHeld) span.className = 'nowrap';
    span.textContent = run;
    return at === 0 ? [span] : [' · ', span];
  });
  place.replaceChildren(...nodes);
}

/** The photo, or the woven cloth where the story has no photo. */
function picture(card: HTMLElement, story: FoundStory, values: FacetValues): void {
  const photo = card.querySelector<HTMLImageElement>('.card-photo');
  if (story.photo && photo) {
    photo.src = story.photo;
    card.querySelector('.card-weave')?.remove();
  } else {
    photo?.remove();
    weave(card, story, values);
  }
}

/** The card of a story found: the page's blank card (see BlankCard.astro), filled in. */
export function cardOf(blank: HTMLTemplateElement, story: FoundStory, values: FacetValues): Node {
  const row = blank.ownerDocument.importNode(blank.content, true);
  const card = row.querySelector<HTMLElement>('[data-story]');
  const link = card?.querySelector<HTMLAnchorElement>('h2 a');
  if (!card || !link) throw new Error('BlankCard.astro has no card with a link.');
  card.dataset.story = story.url;
  link.href = story.url;
  link.textContent = story.name;
  say(card, '.who :nth-child(1)', story.unitName);
  say(card, '.who :nth-child(2)', nameIn(values.loai, story.kind));
  say(card, '.who :nth-child(3)', String(story.year));
  say(card, '.change', story.summary);
  const result = card.querySelector('.result');
  if (story.result)
    for (const [at, part] of [...(result?.children ?? [])].entries()) sayResult(part, story.result[at] ?? '');
  else result?.remove();
  say(card, '.award', nameIn(values.khen, story.awardForm));
  say(card, '.adopters', story.adopters > 0 ? adoptersWords(story.adopters) : '');
  say(card, '.strands', story.strands.map((id) => nameIn(values['noi-dung'], id)).join(' · '));
  if (!story.sample) card.querySelector('p:has(> strong)')?.remove();
  picture(card, story, values);
  return showExcerpt(card, story.excerpt);
}
