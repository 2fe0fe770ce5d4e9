import { unzipSync } from 'fflate';
import { pathsOfYear, publishablePages } from '../../../src/progress/years/year-pages.ts';
import { keepYearPages, readYearPages, zipOfPages } from '../../../src/progress/years/server/year-pages.ts';
import { storyPath } from '../../../src/gallery/stories/story-terms.ts';
import { expect, test } from '../../fixtures/picture-server.ts';
import { generateStories } from '../../fixtures/story-generator/generate.ts';

test('pages of a year stay as they were served when it was closed, without those of stories that are public no more', async ({
  db,
  pictures,
}) => {
  const [kept, gone, other] = generateStories(3);
  if (!kept || !gone || !other) throw new Error('No stories.');
  const stories = [
    { ...kept, year: 2026 },
    { ...gone, year: 2026 },
    { ...other, year: 2027 },
  ];
  const paths = pathsOfYear(2026, stories, new Date('2026-12-31T00:00:00Z'));
  expect(paths).toEqual(
    expect.arrayContaining(['/tieu-chi/co-quan/', '/bao-cao-nam/phieu-trong/', storyPath(kept)]),
  );
  expect(paths).not.toContain(storyPath(other));
  for (const path of paths.slice(1))
    pictures.answers.set(path, Buffer.from(`<p>Trang ${path} của năm 2026</p>`));
  expect(await keepYearPages(db, 2026, pictures.url, paths)).toEqual(['/']);

  pictures.answers.set('/tieu-chi/', Buffer.from('<p>Tiêu chí đã đổi</p>'));
  await keepYearPages(db, 2026, pictures.url, ['/tieu-chi/']);
  const shown = publishablePages(await readYearPages(db), 2026, [kept]);
  const files = unzipSync(zipOfPages(shown));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  expect(text('trang/tieu-chi/index.html')).toContain('/tieu-chi/ của năm 2026');
  expect(Object.keys(files)).toContain(`trang${storyPath(kept)}index.html`);
  expect(Object.keys(files)).not.toContain(`trang${storyPath(gone)}index.html`);
  expect(text('SHA256SUMS').trim().split('\n')).toHaveLength(paths.length - 2);
});
