import type { Page } from '@playwright/test';
import { keepPhoto, queuePhotos } from '../../src/gallery/photos/queue.ts';
import type { Database } from '../../src/platform/postgres.ts';
import { aJpeg } from '../fixtures/a-picture.ts';
import { expect, test } from '../fixtures/database.ts';
import { siteFrom, storing } from '../fixtures/site-with-stories.ts';

/** The text spacing that a reader may set. https://www.w3.org/TR/WCAG22/#text-spacing */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

/** So many letters, in words or in one piece. */
const inWords = (letters: number) =>
  'Nghiên cứu, ứng dụng chuyển đổi xanh '.repeat(30).slice(0, letters).trim();
const inOnePiece = (letters: number) => 'Nghiêncứuứngdụngchuyểnđổi'.repeat(30).slice(0, letters);

const attachment = 'attLongest00000001';

/** A story with every text that staff write, as long as it may be. */
const longest = (number: number, text: (letters: number) => string) => ({
  recordId: `recLong${number}`,
  cells: {
    id: `VD-${2000 + number}`,
    kind: 'Tập thể',
    name: text(300),
    summary: text(600),
    body: `## ${text(200)}\n\n${text(500)}\n\n> ${text(300)}\n\n- ${text(200)}\n\n| ${text(60)} | ${text(60)} |\n| --- | --- |\n| ${text(60)} | ${text(60)} |`,
    unitName: text(200),
    criteriaGroup: 'Doanh nghiệp',
    strands: [],
    clauses: ['iii-1-3-1'],
    year: 2026,
    occasion: 'Hằng năm',
    awardForm: 'Giấy khen',
    decisionNumber: text(60),
    decisionDate: '2026-09-15',
    decisionBody: text(200),
    motivation: text(500),
    contact: text(400),
    photos: [{ id: attachment, url: 'https://example.test/a.jpg', filename: 'a.jpg' }],
    photoAlt: text(400),
    photoCaption: text(400),
    photoCredit: text(200),
    state: 'Công bố',
    consent: true,
  },
});

/** Where a page is wider than the window: what stands out of it, but for what scrolls or is cut by itself. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *:not(.wide *, .crumbs *)')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map(({ tagName, parentElement }) => `${parentElement?.className} > ${tagName}`);
  });

async function fill(db: Database): Promise<void> {
  await queuePhotos(db, [{ attachment, url: 'https://example.test/a.jpg' }]);
  await keepPhoto(db, attachment, { bytes: await aJpeg(1200, 800), type: 'image/jpeg' });
  await storing([longest(1, inWords), longest(2, inOnePiece)])(db);
}

// The policy of a page forbids foreign styles; a reader's own are no part of the page.
test.use({ bypassCSP: true });

test('the longest texts of staff break no page at 320 px, with the text spacing of a reader', async ({
  page,
  postgres,
}) => {
  const site = await siteFrom(postgres.url, fill);
  await page.goto(`${site.origin}/dien-hinh/tat-ca/`);
  const stories = await page
    .locator('main .rows a[href^="/dien-hinh/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(stories).toHaveLength(2);
  for (const path of [...stories, '/dien-hinh/', '/dien-hinh/tat-ca/', '/', '/ke-hoach/iii-1-3-1/']) {
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${site.origin}${path}`);
      await page.addStyleTag({ content: spacing });
      expect(await tooWide(page), `${path} ${width}`).toEqual([]);
    }
  }
  await page.goto(`${site.origin}${stories[0]}`);
  await expect(page.locator('figcaption')).toContainText('Ảnh:');
  await site.close();
});
