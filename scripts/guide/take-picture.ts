import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Picture } from './pictures.ts';

/** Of 100: texts on a plain ground stay sharp, and a picture takes about ten kilobytes. */
const quality = 60;
/** Pixels of a picture that make one of the page; `GuidePicture.astro` divides by it. */
const density = 1.5;

/** Types into the columns of the form that is open, each found by its name as a person finds it. */
async function fillIn(page: Page, typed: NonNullable<Picture['typed']>): Promise<void> {
  for (const [column, value] of Object.entries(typed)) {
    const input = page.getByLabel(column, { exact: true });
    if (value === true) await input.check();
    else if ((await input.evaluate(({ localName }) => localName)) === 'select')
      await input.selectOption(value);
    else await input.fill(value);
  }
}

/** Leaves nothing on the page but its heading and the named columns. Throws for a name that the page does not show. */
async function keepColumns(page: Page, columns: readonly string[]): Promise<void> {
  const kept = await page.evaluate(
    (names) => {
      const found: string[] = [];
      for (const part of document.querySelectorAll<HTMLElement>('form > *, dt')) {
        const label = part.querySelector('label.name, legend') ?? part.querySelector('label') ?? part;
        const name = label.textContent?.trim() ?? '';
        if (names.includes(name)) found.push(name);
        else part.hidden = true;
        const cell = part.nextElementSibling;
        if (part.localName === 'dt' && cell instanceof HTMLElement) cell.hidden = part.hidden;
      }
      const rest = '.notice, main > p, form[method=get], main > form + form, article ~ *, small';
      for (const one of document.querySelectorAll<HTMLElement>(rest)) one.hidden = true;
      for (const long of document.querySelectorAll('details')) {
        long.querySelector('summary')?.remove();
        long.replaceWith(long.textContent?.trim() ?? '');
      }
      for (const text of document.querySelectorAll('textarea'))
        text.style.height = `${text.scrollHeight + 4}px`;
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      return found;
    },
    [...columns],
  );
  const missing = columns.filter((name) => !kept.includes(name));
  if (missing.length > 0) throw new Error(`The page does not show ${missing.join(', ')}.`);
}

/** Takes the picture of a row that is open, into `<folder>/<name>.webp`. */
export async function takePicture(page: Page, picture: Picture, folder: string): Promise<void> {
  const { name, columns, typed } = picture;
  if (typed) await fillIn(page, typed);
  await keepColumns(page, columns);
  const box = await page.locator('main').boundingBox();
  if (!box) throw new Error(`${name}: the page shows nothing.`);
  const margin = 16;
  const clip = {
    x: box.x - margin,
    y: Math.max(0, box.y - margin),
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
    scale: density,
  };
  const cdp = await page.context().newCDPSession(page);
  const shot = await cdp.send('Page.captureScreenshot', {
    format: 'webp',
    quality,
    clip,
    captureBeyondViewport: true,
  });
  await cdp.detach();
  await writeFile(`${folder}/${name}.webp`, Buffer.from(shot.data, 'base64'));
}
