import type { StoryAnswer, StoryEngine } from '../../gallery/search/story-engine.ts';
import type { DocAnswer, FoundDoc } from '../../search/ask-docs.ts';
import type { DocKind, SearchDoc } from '../../search/doc.ts';
import type { DocumentEngine } from '../../search/document-engine.ts';
import { likelyDoors } from './likely-doors.ts';

/** The sections among which a reader may choose. The kinds of documents that each holds; stories are no documents. */
export const sections: readonly { id: string; name: string; kinds: readonly DocKind[] }[] = [
  { id: 'ke-hoach', name: 'Kế hoạch', kinds: ['muc', 'viec', 'khen', 'van-ban', 'nguoi'] },
  {
    id: 'trang',
    name: 'Trang',
    kinds: ['hoi-dap', 'trang', 'bieu-mau', 'phieu-trong', 'tai-ve', 'loc', 'en'],
  },
  { id: 'don-vi', name: 'Đơn vị', kinds: ['don-vi'] },
  { id: 'dien-hinh', name: 'Điển hình', kinds: [] },
];

/** Id of the section of stories. */
export const storySection = 'dien-hinh';

/** A question to the whole site. */
export interface SiteQuestion {
  text: string;
  /** Id of a section; null for all. */
  section: string | null;
  /** How many results of each group to show; the default is a first page. */
  count?: number;
}

/** The answer of the whole site. */
export interface SiteAnswer {
  text: string;
  docs: readonly FoundDoc[];
  /** Documents found, also those that are not shown. */
  docTotal: number;
  stories: Pick<StoryAnswer, 'found' | 'total'>;
  /** The stories answer better than any document. */
  storiesFirst: boolean;
  /** No document and no story has all the words. */
  near: boolean;
  /** “Ý bạn là …” */
  meant: string | null;
  /** The unit that was asked for, where it has no story. */
  unitWithoutStory: FoundDoc | null;
  /** Where to go on, where nothing has all the words. */
  doors: readonly SearchDoc[];
}

const firstPage = 8;
const storiesOnAll = 4;
const wholeSection = 20;
/** Documents that answer so well that no text of a page needs to be searched. */
const enough = 3;
/** From this value on, a text is the name of a unit; units of nearly the same value share that name. */
const byName = 3.5;
const equally = 0.95;

export interface SiteEngines {
  docs: DocumentEngine;
  stories: StoryEngine;
}

const none: Pick<StoryAnswer, 'found' | 'total' | 'how' | 'meant'> = {
  found: [],
  total: 0,
  how: 'none',
  meant: null,
};

/** Every word in a title or summary, or else in a text. */
async function askDocs(engine: DocumentEngine, text: string): Promise<DocAnswer> {
  const first = await engine.ask(text);
  if (first.isCode || (first.how === 'all' && first.found.length >= enough)) return first;
  const deep = await engine.askTexts(text);
  if (deep.how !== 'all') return first.how === 'all' ? first : deep;
  return first.how === 'all' ? { ...first, found: together(first.found, deep.found) } : deep;
}

/** What titles answer, then what texts add. */
const together = (first: readonly FoundDoc[], deep: readonly FoundDoc[]): FoundDoc[] => [
  ...first,
  ...deep.filter(
    ({ doc }) => !first.some((each) => each.doc.href === doc.href && each.doc.title === doc.title),
  ),
];

/** A code of a story, or of the decision that honours it. */
const isStoryCode = (text: string): boolean => /^(?:mh|vd)[- ]?\d{2,}$/i.test(text.trim());

/** The units that were typed by their name; none where the text asks for something else. */
function unitsNamed(said: DocAnswer | null): FoundDoc[] {
  const [first] = said?.found ?? [];
  if (said?.how !== 'all' || first?.doc.kind !== 'don-vi' || first.value < byName) return [];
  return said.found.filter(({ doc, value }) => doc.kind === 'don-vi' && value >= first.value * equally);
}

/** The stories of the units that were typed, or else those that the words find. */
async function askStories(engine: StoryEngine, text: string, count: number, units: readonly FoundDoc[]) {
  if (units.length === 0) return { ofUnits: null, told: await engine.ask({ text, count }) };
  const unit = units.flatMap(({ doc }) => doc.codes);
  const ofUnits = await engine.ask({ text: '', filters: { 'don-vi': unit }, count });
  // Names and summaries alone: a text has the words of a place by chance.
  const told = ofUnits.total > 0 ? ofUnits : await engine.ask({ text, count, quick: true });
  return { ofUnits, told: told.how === 'all' ? told : none };
}

/** Asks both indexes. @throws SearchUnavailableError */
export async function askSite(
  engines: SiteEngines,
  { text, section, count = section ? wholeSection : firstPage }: SiteQuestion,
): Promise<SiteAnswer> {
  const wantsStories = section === null || section === storySection;
  const said = section === storySection ? null : await askDocs(engines.docs, text);
  const units = unitsNamed(said);
  const storyCount = section === storySection ? count : storiesOnAll;
  const { ofUnits, told } = wantsStories
    ? await askStories(engines.stories, text, storyCount, units)
    : { ofUnits: null, told: none };
  const kinds = sections.find(({ id }) => id === section)?.kinds;
  const ofSection = (said?.found ?? []).filter(({ doc }) => !kinds || kinds.includes(doc.kind));
  const someAll = (said?.how === 'all' && ofSection.length > 0) || told.how === 'all';
  const docs = someAll && said?.how !== 'all' ? [] : ofSection;
  const stories = someAll && told.how !== 'all' ? none : told;
  return {
    text,
    docs: docs.slice(0, count),
    docTotal: docs.length,
    stories,
    storiesFirst: docs.length === 0 || isStoryCode(text),
    near: !someAll && docs.length + stories.total > 0,
    meant: someAll ? null : (said?.meant ?? told.meant),
    unitWithoutStory: ofUnits?.total === 0 ? (units[0] ?? null) : null,
    doors: someAll ? [] : await engines.docs.at(likelyDoors(text)),
  };
}
