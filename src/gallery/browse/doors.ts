import type { FoundDoc } from '../../search/ask-docs.ts';
import type { DocumentEngine } from '../../search/document-engine.ts';
import { matchWords } from '../../vietnamese/match-words.ts';
import { wordsOf } from '../../vietnamese/words.ts';
import type { StoryAnswer } from '../search/story-engine.ts';
import type { FacetValues } from '../stories/facet-values.ts';
import { facetNames, facetPath } from '../stories/facets.ts';
import { part } from './dom-parts.ts';
import type { GalleryState } from './gallery-state.ts';

/** A way on from a query. */
interface Door {
  href: string;
  text: string;
}

/** The ways on from a query, beside the stories that it found. */
export interface Doors {
  /** Lists of stories that bear the name that was typed. */
  lists: readonly Door[];
  /** The unit that was typed, where no story has all the words. */
  unit: FoundDoc | null;
  /** What the site has instead of a story. */
  instead: readonly Door[];
}

const most = 3;
const shortest = 2;

/** The lists whose name is what was typed, or begins with it or contains it. */
function listsOf(values: FacetValues, text: string): Door[] {
  const typed = wordsOf(text);
  return facetNames
    .flatMap((facet) => values[facet].map((value) => ({ facet, ...value })))
    .filter(({ name, former }) =>
      [name, ...(former ?? [])].some((each) => {
        const match = matchWords(typed, wordsOf(each));
        return (
          match === 'whole' || (typed.length >= shortest && (match === 'beginning' || match === 'together'))
        );
      }),
    )
    .slice(0, most)
    .map(({ facet, id, name, count }) => ({
      href: facetPath(facet, id),
      text: `${name} (${count.toLocaleString('vi')})`,
    }));
}

/** The ways on from a query. Asks the site's own documents only where no story has all the words. */
export async function doorsOf(
  { text }: GalleryState,
  { how }: Pick<StoryAnswer, 'how'>,
  values: FacetValues,
  engine: DocumentEngine,
): Promise<Doors> {
  const lists = text ? listsOf(values, text) : [];
  if (!text || how === 'all') return { lists, unit: null, instead: [] };
  const said = await engine.ask(text);
  const [first] = said.found;
  const unit = said.how === 'all' && first?.doc.kind === 'don-vi' ? first : null;
  const instead = said.found
    .filter((each) => each !== unit)
    .slice(0, most)
    .map(({ doc }) => ({ href: doc.href, text: doc.title }));
  return { lists, unit, instead };
}

function linkTo(document: Document, { href, text }: Door): HTMLElement {
  const link = document.createElement('a');
  link.setAttribute('href', href);
  link.textContent = text;
  return link;
}

/** Shows the ways on, or with null none. */
export function paintDoors(root: HTMLElement, doors: Doors | null): void {
  const document = root.ownerDocument;
  const show = (name: string, links: readonly Door[], words?: string): void => {
    const place = part(root, name);
    place.toggleAttribute('hidden', links.length === 0);
    if (words) place.querySelector('span')?.replaceChildren(words);
    place.querySelector('ul')?.replaceChildren(
      ...links.map((link) => {
        const row = document.createElement('li');
        row.append(linkTo(document, link));
        return row;
      }),
    );
  };
  const unit = doors?.unit ?? null;
  show('lists', doors?.lists ?? []);
  show(
    'unit',
    unit ? [{ href: unit.doc.href, text: 'Mở đơn vị này' }] : [],
    `Chưa có điển hình nào ở ${unit?.doc.title}.`,
  );
  show('instead', doors?.instead ?? []);
}
