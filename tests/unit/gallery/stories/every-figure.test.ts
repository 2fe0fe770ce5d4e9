import { expect, test } from '@playwright/test';
import { Packer } from 'docx';
import { unzipSync } from 'fflate';
import { imageAlt } from '../../../../src/build/social-images/image-file.ts';
import { type Picture, squareOf, storyPicture } from '../../../../src/build/social-images/picture.ts';
import { sceneOf } from '../../../../src/build/social-images/scene-of.ts';
import type { Adoption } from '../../../../src/gallery/adoptions/adoption.ts';
import { change } from '../../../../src/gallery/adoptions/ui/change.ts';
import { getModelPaper } from '../../../../src/gallery/do-the-same/server/answer-papers.ts';
import { cardHtml } from '../../../../src/gallery/embed/server/card-html.ts';
import { mainFeed } from '../../../../src/gallery/feeds/feeds.ts';
import { feedResponse } from '../../../../src/gallery/feeds/rss.ts';
import { dataSets } from '../../../../src/gallery/open-data/catalogue.ts';
import { csvOf, jsonOf, workbookOf } from '../../../../src/gallery/open-data/files.ts';
import { storyPlainText } from '../../../../src/gallery/press/plain-text.ts';
import { releaseKit } from '../../../../src/gallery/press/release-kit/kit.ts';
import { pressBook } from '../../../../src/gallery/press/release-kit/press-book.ts';
import { buildStoryIndex } from '../../../../src/gallery/search/server/build-index.ts';
import { sheetOf } from '../../../../src/gallery/sheets/sheet.ts';
import { storyCitation } from '../../../../src/gallery/stories/citation.ts';
import { adoptionFigures, surenessLevels, surenessOf } from '../../../../src/gallery/stories/sureness.ts';
import type { ListedStory, Story } from '../../../../src/gallery/story.ts';
import { communes } from '../../../../src/vocabulary/units.ts';
import { figuresWithoutSureness, plainText, printedAt } from '../../../fixtures/figures-without-sureness.ts';
import { textOfBytes } from '../../../fixtures/file-texts.ts';
import { fullStory, inventedSources } from '../open-data/sources.ts';

const { origin } = inventedSources;
const water = { name: 'Nước', before: '1.240', after: '655', unit: 'm³' };
const adoption: Adoption = {
  id: 'rec1',
  mark: 'ap-dung-00000001',
  model: fullStory.id,
  unitCode: null,
  unitName: 'Đơn vị thử hai',
  since: '2026-08',
  result: 'Chạy tốt',
  changed: null,
  indicators: [{ name: 'Điện', before: '3.120', after: '2.870', unit: 'kWh' }],
  documents: 0,
  sample: false,
};

/** One model and one adoption for each level that a figure can have. */
const cases: [level: string, ofUnit: string, story: Partial<Story>, Partial<Adoption>][] = [
  ['tu-khai', 'co-tai-lieu', {}, { documents: 1 }],
  ['co-tai-lieu', 'tu-khai', { documents: 1 }, {}],
  [
    'lam-lai-duoc',
    'tu-khai',
    {},
    { indicators: [...adoption.indicators, { ...water, before: '90', after: '60' }] },
  ],
  [
    'do-lai',
    'do-lai',
    { indicators: [{ ...water, later: { month: '2028-01', figure: '640' } }] },
    {
      indicators: adoption.indicators.map((each) => ({
        ...each,
        later: { month: '2027-08', figure: '2.900' },
      })),
    },
  ],
];

const nameOf = (level: string) => surenessLevels.find(({ id }) => id === level)?.name ?? '';

const wordsOfScene = (picture: Picture): string =>
  [...JSON.stringify(sceneOf(picture, null, 1).tree).matchAll(/"text":"([^"]*)"/g)]
    .map(([, words]) => words)
    .join(' ');

/** Whatever prints figures: its text, by name. */
async function outputs(story: ListedStory, own: Adoption): Promise<Record<string, string>> {
  const address = new URL(`/d/${story.id}`, origin).href;
  const release = { name: 'Đợt 1', slug: 'dot-1', at: new Date(), isHeld: false, gone: [] };
  const picture = storyPicture(story);
  const [commune] = communes;
  if (!commune) throw new RangeError('No communes.');
  const paper = async (end: string) => {
    const reply = await getModelPaper(
      new Request(new URL(`/api/v1/lam-theo/${story.id}${end}`, origin)),
      `${story.id}${end.split('?')[0]}`,
      {
        read: async () => ({ story, wasShown: true }),
        adoptionsOf: async () => [own],
        readPage: async (path) => path,
        origin: origin.href,
      },
    );
    return textOfBytes(Buffer.from(await reply.arrayBuffer()));
  };
  const kit = unzipSync(releaseKit(release, [story], origin, [own]));
  const sources = { ...inventedSources, stories: [story], adoptions: [own] };
  const feed = await feedResponse(mainFeed, [story], { origin, pictureOf: () => '/anh.png' });
  return {
    citation: storyCitation(story, address, [own]).long,
    'plain text': storyPlainText(story, origin, [own]),
    embed: cardHtml(story, [own], origin.href),
    feed: await feed.text(),
    'words of the social image': imageAlt(picture),
    'social image': wordsOfScene(picture),
    'square image': wordsOfScene(squareOf(picture)),
    'sheet of a commune': JSON.stringify(sheetOf(commune, [{ story, km: 1, adoptions: [own] }], origin)),
    'press book': textOfBytes(await Packer.toBuffer(pressBook(release, [story], origin, [own]))),
    'plan draft': await paper('.docx'),
    'model sheet': await paper('-mot-to.docx'),
    'scope sheet': await paper('-pham-vi.docx'),
    confirmation: await paper(`-xac-nhan.docx?don-vi=${encodeURIComponent(own.unitName)}`),
    adopter: JSON.stringify(adoptionFigures(own).map(change)),
    ...Object.fromEntries(
      Object.entries(kit).map(([name, bytes]) => [name, textOfBytes(Buffer.from(bytes))]),
    ),
    ...Object.fromEntries(
      [...buildStoryIndex([story])].map(([name, bytes]) => [
        `index ${name}`,
        textOfBytes(Buffer.from(bytes)),
      ]),
    ),
    ...Object.fromEntries(
      dataSets.flatMap((set) => [
        // Apart, so that two cells of figures are not read as one.
        [`${set.id}.csv`, csvOf(set, sources).replaceAll(',', ' , ')],
        [`${set.id}.json`, JSON.stringify(jsonOf(set, sources, new Date()))],
        [`${set.id}.xlsx`, textOfBytes(Buffer.from(workbookOf(set, sources)))],
      ]),
    ),
  };
}

/** How far from a figure its sureness may stand: further in a row of data, whose members have names. */
const aroundIn = (name: string): number => (/\.(?:csv|json|xlsx)$/.test(name) ? 400 : 120);

/** Outputs that print the figure of the model, and of the unit that applies it. */
const ofModel = [
  'citation',
  'plain text',
  'embed',
  'feed',
  'words of the social image',
  'social image',
  'square image',
  'sheet of a commune',
  'press book',
  'plan draft',
  'model sheet',
  'thong-tin-bao-chi.txt',
  'danh-sach.csv',
  'bai/MH-0007.txt',
  'dien-hinh.csv',
  'dien-hinh.json',
  'chi-so.csv',
  'chi-so.json',
];
const ofAdoption = [
  'scope sheet',
  'confirmation',
  'adopter',
  'ap-dung.csv',
  'ap-dung.json',
  'chi-so.csv',
  'chi-so.json',
];

for (const [level, ofUnit, change, adopted] of cases)
  test(`whatever prints a figure that is “${nameOf(level)}” says so beside it`, async () => {
    const story = { ...fullStory, indicators: [water], documents: 0, ...change };
    const own = { ...adoption, ...adopted };
    expect(surenessOf(story.indicators[0] ?? water, story, [own]).id).toBe(level);
    const figures = [
      { before: '1.240', after: '655', sureness: [nameOf(level), level] },
      { before: '3.120', after: '2.870', sureness: [nameOf(ofUnit), ofUnit] },
    ];
    const texts = Object.entries(await outputs({ ...story, adoptions: [own] }, own)).map(
      ([name, text]) => [name, plainText(text)] as const,
    );
    for (const [name, text] of texts)
      expect(figuresWithoutSureness(text, figures, aroundIn(name)), name).toEqual([]);
    const silent = ([ofModel, ofAdoption] as const).flatMap((names, at) =>
      names.filter((name) => {
        const text = texts.find(([each]) => each === name)?.[1] ?? '';
        return figures[at] && printedAt(text, figures[at], 0).length === 0;
      }),
    );
    expect(silent, 'prints no figure: the search for figures is blind there').toEqual([]);
  });

test('whatever prints a percentage sets its sign beside the number, once', async () => {
  const share = { name: 'Hồ sơ trực tuyến', before: '34', after: '71', unit: '%' };
  const own = { ...adoption, indicators: [share] };
  const story = { ...fullStory, indicators: [share], adoptions: [own] };
  const texts = Object.entries(await outputs(story, own)).map(
    ([name, text]) => [name, plainText(text)] as const,
  );
  // In data and in the table of a paper, the unit has a column of its own.
  const read = texts.filter(([name]) => !/\.(?:csv|json|xlsx)$|^(?:model sheet|confirmation)$/.test(name));
  expect(read.filter(([, text]) => /\d\s%|%\s?%/u.test(text)).map(([name]) => name)).toEqual([]);
  expect(read.filter(([, text]) => text.includes('71%')).length).toBeGreaterThan(10);
});
