import type { PublicAnswer } from '../../filing/public-answers/public-answer.ts';
import type { Adoption } from '../../gallery/adoptions/adoption.ts';
import { storyPath } from '../../gallery/stories/story-terms.ts';
import type { Story } from '../../gallery/story.ts';
import { fold } from '../../vietnamese/fold.ts';
import { type CommentCase, isUp } from '../../vocabulary/comment-cases.ts';
import type { PublishedPlan } from '../coverage/published-plans.ts';

/** Everything on the site that may be taken back, as it is public at one moment. */
export interface PublicThings {
  stories: readonly Pick<Story, 'id' | 'slug' | 'name'>[];
  adoptions: readonly Pick<Adoption, 'id' | 'model'>[];
  answers: readonly Pick<PublicAnswer, 'id'>[];
  plans: readonly Pick<PublishedPlan, 'id'>[];
  cases: readonly Pick<CommentCase, 'id' | 'name' | 'path' | 'list' | 'takenOff'>[];
}

/** A built page. */
interface Page {
  path: string;
  html: string;
}

/** Names of things, each with its kind first: a kept page is published only while all that it names are public. */
const name = {
  story: (id: string) => `dien-hinh ${id}`,
  adoption: (id: string) => `ap-dung ${id}`,
  answer: (id: string) => `hoi-dap ${id}`,
  plan: (id: number | string) => `ke-hoach ${id}`,
  case: (id: string) => `lay-y-kien ${id}`,
  /** A line of a list, so that a list without one of its people is another. */
  nominee: (id: string, cells: readonly string[]) => `lay-y-kien ${id} ${cells.join(' | ')}`,
} as const;

/** The names of everything that is public. */
export function standingNames(things: PublicThings): ReadonlySet<string> {
  const up = things.cases.filter(isUp);
  return new Set([
    ...things.stories.map(({ id }) => name.story(id)),
    ...things.adoptions.map(({ id }) => name.adoption(id)),
    ...things.answers.map(({ id }) => name.answer(id)),
    ...things.plans.map(({ id }) => name.plan(id)),
    ...up.map(({ id }) => name.case(id)),
    ...up.flatMap(({ id, list }) => list.map((cells) => name.nominee(id, cells))),
  ]);
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const words = (text: string) =>
  ` ${
    fold(text)
      .match(/[a-z0-9]+/g)
      ?.join(' ') ?? ''
  } `;

/** The words of a page, those of its attributes and scripts too, with a blank at both ends. */
function wordsOf(html: string): string {
  const text = html.replace(/&(?:amp|lt|gt|quot);/g, (mark) => entities[mark] ?? mark);
  return `${words(text)}${words(text.replace(/<[^>]*>/g, ' '))}`;
}

const found = (html: string, link: RegExp): string[] => [...html.matchAll(link)].map(([, id = '']) => id);

/**
 * What a page names: all that it links to, whether that is public or not, and what stands on it by name. `slugs`: the story of every
 * last part of an address that a story ever had.
 */
export function namesOn(
  { path, html }: Page,
  things: PublicThings,
  slugs: ReadonlyMap<string, string>,
): string[] {
  const text = wordsOf(html);
  const present = new Set(text.split(' '));
  /** A look at single words first: thousands of names are looked for. */
  const isSaid = (called: string) => {
    const said = words(called);
    return said.trim() !== '' && said.split(' ').every((word) => present.has(word)) && text.includes(said);
  };
  const linked = found(`${path}" ${html}`, /\/dien-hinh\/([a-z0-9-]+)\//g).flatMap(
    (slug) => slugs.get(slug) ?? [],
  );
  const stories = things.stories
    .filter((story) => isSaid(story.id) || isSaid(story.name))
    .map(({ id }) => id);
  const own = things.stories.find((story) => storyPath(story) === path);
  const adopted = things.adoptions.filter(({ model }) => model === own?.id);
  const cases = things.cases.filter((one) => isSaid(one.name)).map(({ id }) => id);
  const list = things.cases.find((one) => one.path === path);
  return [
    ...new Set([
      ...[...linked, ...found(html, /\/d\/((?:MH|VD)-\d{4,})/g), ...stories].map(name.story),
      ...adopted.map(({ id }) => name.adoption(id)),
      ...found(html, /\b(h-[0-9a-f]{8})\b/g).map(name.answer),
      ...found(html, /["#]kh-(\d+)\b/g).map(name.plan),
      ...[...cases, ...found(html, /\/lay-y-kien\/([a-z0-9-]+)\//g)].map(name.case),
      ...(list?.list ?? []).map((cells) => name.nominee(list?.id ?? '', cells)),
    ]),
  ];
}

const said: Readonly<Record<string, (id: string) => string>> = {
  'dien-hinh': (id) => `điển hình ${id}`,
  'ap-dung': () => 'một nơi áp dụng mô hình',
  'hoi-dap': () => 'một câu hỏi và câu trả lời',
  'ke-hoach': () => 'một kế hoạch của đơn vị',
  'lay-y-kien': (id) => `đợt lấy ý kiến ${id}`,
};

/** Names as everybody may read them: kinds and ids, no names of people or units. */
export const inWords = (names: readonly string[]): string[] => [
  ...new Set(
    names.map((one) => {
      const [kind = '', id = ''] = one.split(' ');
      return said[kind]?.(id) ?? 'một nội dung';
    }),
  ),
];
