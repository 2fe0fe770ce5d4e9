import { mainResult } from '../../gallery/stories/main-result.ts';
import { termsOf } from '../../gallery/stories/story-terms.ts';
import { storyFigures } from '../../gallery/stories/sureness.ts';
import { type ListedStory, storyKindNames } from '../../gallery/story.ts';
import { planDocument } from '../../plan/schema.ts';
import type { Thread } from '../../ui/weave/pattern.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import { site } from '../../vocabulary/site.ts';

/** What a social image shows. */
export interface Picture {
  /** First part of its file name. */
  id: string;
  /** Seed of the cloth's pattern. */
  seed: string;
  threads: readonly Thread[];
  /** Kind of the page's subject: “Mô hình”. */
  kind: string;
  /** Owner of the subject; empty where the title is enough. */
  who: string;
  title: string;
  /** The award of an honoree. */
  honour: string | null;
  /** The main result: “1.240 → 655 m³ · giảm 47,2%”. */
  figure: string | null;
  /** What that result is, and how sure: “Lượng nước (có tài liệu)”; null where there is none. */
  label: string | null;
  /** SHA-256 of the story's photo, which takes the place of the cloth; null where it has none. */
  photo: string | null;
  sample: boolean;
  /** Drawn as a square, for apps that crop to one; where a story has a photo, its square crop serves them. */
  isSquare?: true;
}

/** Letters of the name of a figure that fit beside how sure it is. */
const longest = 44;

const cut = (name: string): string =>
  name.length <= longest ? name : `${name.slice(0, longest).replace(/\s+\S*$/, '')}…`;

/** The image of a story, with the same pattern as its card and its page. */
export function storyPicture(story: ListedStory): Picture {
  const { awardForm, threads } = termsOf(story);
  const result = mainResult(storyFigures(story, story.adoptions ?? []));
  return {
    id: story.id.toLowerCase(),
    seed: story.id,
    threads,
    kind: storyKindNames[story.kind],
    who: story.unitName,
    title: story.name,
    honour: awardForm?.name ?? null,
    figure: result?.words ?? null,
    label: result && `${cut(result.name)} (${result.sureness})`,
    photo: story.photo?.digest ?? null,
    sample: story.sample,
  };
}

/** The same as a square. Its name says so. */
export const squareOf = (picture: Picture): Picture => ({
  ...picture,
  id: `${picture.id}-vuong`,
  isSquare: true,
});

const ours = { threads: [], honour: null, figure: null, label: null, photo: null, sample: false } as const;

/** The image of every page without a separate image. */
const sitePicture: Picture = {
  ...ours,
  id: 'trang',
  seed: 'dong-nai-2026',
  kind: 'Phong trào thi đua',
  who: site.years,
  title: site.movement,
};

/** The image of the pages of the plan. */
const planPicture: Picture = {
  ...ours,
  id: 'ke-hoach',
  seed: 'ke-hoach-113',
  kind: `Kế hoạch ${planDocument.number}`,
  who: officialDate(planDocument.date),
  title: planDocument.subject,
};

/** The images that pages share. */
export const pagePictures = [sitePicture, planPicture];

/** The image of any page other than a story's. */
export const pagePicture = (path: string): Picture =>
  path.startsWith('/ke-hoach/') ? planPicture : sitePicture;
