import { expect, type Page, test } from '@playwright/test';

/** A page of each kind whose text is a column; forms have nothing beside their questions. */
const kinds = [
  '/',
  '/ke-hoach/iii-1-3-4/',
  '/tieu-chi/doanh-nghiep/',
  '/tieu-chi/ca-nhan/',
  '/khen-thuong/',
  '/phan-cong/',
  '/lo-trinh/',
  '/van-ban/',
  '/don-vi/tran-bien-26041/',
  '/dien-hinh/ngay-chu-nhat-phan-loai-rac-tai-nguon/',
  '/dien-hinh/ban-do-so-diem-ngap-va-cay-xanh/',
  '/de-cu/',
  '/bao-chi/',
  '/bao-chi/dien-hinh/ngay-chu-nhat-phan-loai-rac-tai-nguon/',
  '/en/',
];
/** Share of the width from which on a page's right side begins. */
const rightFrom = 0.6;
/** Most screens, one after the other, that may have nothing there. */
const mostScreens = 1;

/** How many screens in succession leave the right side of the main part empty, wherever one reads. */
const emptyScreens = (page: Page): Promise<number> =>
  page.evaluate(
    async ({ from }) => {
      const main = document.querySelector('main') ?? document.body;
      const { left, width, top, bottom } = main.getBoundingClientRect();
      const edge = left + width * from;
      const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      const shown: (Range | Element)[] = [...main.querySelectorAll('img, svg, input, select, textarea')];
      for (let node = texts.nextNode(); node; node = texts.nextNode())
        if (node.textContent?.trim()) {
          const range = document.createRange();
          range.selectNodeContents(node);
          shown.push(range);
        }
      const isUsed = () =>
        shown.some((each) =>
          [...each.getClientRects()].some(
            (box) => box.right > edge && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
          ),
        );
      let most = 0;
      let empty = 0;
      for (let y = top; y + innerHeight <= bottom; y += innerHeight) {
        scrollTo(0, y);
        await new Promise((done) => requestAnimationFrame(done));
        empty = isUsed() ? 0 : empty + 1;
        most = Math.max(most, empty);
      }
      return most;
    },
    { from: rightFrom },
  );

for (const width of [1280, 1920])
  test(`at ${width} px the right side of a long page is used wherever one reads`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const empty: string[] = [];
    for (const path of kinds) {
      await page.goto(path);
      const screens = await emptyScreens(page);
      if (screens > mostScreens) empty.push(`${path}: ${screens} screens`);
    }
    expect(empty).toEqual([]);
  });
