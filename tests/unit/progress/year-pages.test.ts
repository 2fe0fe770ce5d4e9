import { unzipSync } from 'fflate';
import { storyPath } from '../../../src/gallery/stories/story-terms.ts';
import type { Story } from '../../../src/gallery/story.ts';
import type { PublicThings } from '../../../src/progress/years/page-names.ts';
import {
  type Known,
  keepYearPages,
  readYearPages,
  zipOfPages,
} from '../../../src/progress/years/server/year-pages.ts';
import { pathsOfYear, publishablePages } from '../../../src/progress/years/year-pages.ts';
import { caseOf } from '../../../src/vocabulary/comment-cases.ts';
import { aList } from '../../fixtures/comment-lists.ts';
import { expect, test } from '../../fixtures/picture-server.ts';
import { generateStories } from '../../fixtures/story-generator/generate.ts';

const nothing: PublicThings = { stories: [], adoptions: [], answers: [], plans: [], cases: [] };
const knowing = (things: PublicThings, ever: readonly Story[] = []): Known => ({
  things,
  slugs: new Map([...ever, ...things.stories].map(({ slug, id }) => [slug, id])),
});
const page = (html: string) => Buffer.from(html);
const textsOf = (zip: Uint8Array) =>
  Object.entries(unzipSync(zip)).map(([name, bytes]) => ({ name, text: new TextDecoder().decode(bytes) }));

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
  const paths = pathsOfYear(2026, { stories, plans: [] }, new Date('2026-12-31T00:00:00Z'));
  expect(paths).toEqual(
    expect.arrayContaining(['/tieu-chi/co-quan/', '/bao-cao-nam/phieu-trong/', storyPath(kept)]),
  );
  expect(paths).not.toContain(storyPath(other));
  for (const path of paths.slice(1)) pictures.answers.set(path, page(`<p>Trang ${path} của năm 2026</p>`));
  const known = knowing({ ...nothing, stories });
  const keep = (some: readonly string[]) =>
    keepYearPages(db, 2026, { siteUrl: pictures.url, paths: some, known });
  expect(await keep(paths)).toEqual(['/']);

  pictures.answers.set('/tieu-chi/', page('<p>Tiêu chí đã đổi</p>'));
  await keep(['/tieu-chi/']);
  const shown = publishablePages(await readYearPages(db), 2026, { ...nothing, stories: [kept] });
  const files = unzipSync(zipOfPages(shown));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  expect(text('trang/tieu-chi/index.html')).toContain('/tieu-chi/ của năm 2026');
  expect(Object.keys(files)).toContain(`trang${storyPath(kept)}index.html`);
  expect(Object.keys(files)).not.toContain(`trang${storyPath(gone)}index.html`);
  expect(text('SHA256SUMS').trim().split('\n')).toHaveLength(paths.length - 2);
  expect(text('TRANG-KHONG-CON.txt')).toBe(
    `Trang của một điển hình không còn trong tệp các trang, vì có nêu điển hình ${gone.id}, nay không còn công khai như lúc chốt.\n`,
  );
});

/** One of each kind of thing that can be taken back, with every way in which pages tell it and with what must never be found again. */
function everyKind(stories: readonly Story[]) {
  const [model, honoree, quoted] = stories;
  if (!model || !honoree || !quoted) throw new Error('No stories.');
  const list = caseOf(
    aList({ id: '2026-dot-1', name: 'Danh sách “AT&T” thử', list: [['Họ và tên'], ['Người zqdenghi Một']] }),
  );
  const things: PublicThings = {
    stories: [model, honoree, quoted],
    adoptions: [{ id: 'rec-zqapdung', model: model.id }],
    answers: [{ id: 'h-0a1b2c3d' }],
    plans: [{ id: 41 }],
    cases: [list],
  };
  const spoken = honoree.name.toUpperCase().replaceAll(' ', '&nbsp;').replaceAll('&nbsp;', '\u00a0');
  const told = [
    { of: 'story', html: `<a href="${storyPath(honoree)}#anh">Đọc tiếp</a>`, marks: [honoree.slug] },
    { of: 'story', html: `<a href="/d/${honoree.id}">bài</a>`, marks: [`/d/${honoree.id}`] },
    { of: 'story', html: `<p>${honoree.id}: bài</p>`, marks: [honoree.id] },
    { of: 'story', html: `<h3>Mới: ${spoken}</h3>`, marks: [spoken] },
    { of: 'story', html: `<p>${honoree.name.replace(' ', ' <b>')}</b></p>`, marks: [] },
    { of: 'story', html: `<img alt="Ảnh ${honoree.name}">`, marks: [honoree.name] },
    { of: 'answer', html: '<li id="h-0a1b2c3d">Câu zqhoi?</li>', marks: ['zqhoi'] },
    { of: 'plan', html: '<li id="kh-41">Kế hoạch zqkehoach</li>', marks: ['zqkehoach'] },
    { of: 'plan', html: '<a href="/tien-do/ke-hoach-don-vi/2/#kh-41">zqkehoach</a>', marks: ['zqkehoach'] },
    { of: 'case', html: `<a href="${list.path}">zqdanhsach</a>`, marks: ['zqdanhsach'] },
    { of: 'case', html: '<option>Danh sách “AT&amp;T” thử (2026-dot-1)</option>', marks: ['AT&amp;T'] },
  ] as const;
  const own = [
    { path: storyPath(model), of: 'adoption', html: '<p>Đơn vị zqapdung</p>', marks: ['zqapdung'] },
    { path: list.path, of: 'case', html: '<th>Người zqdenghi Một</th>', marks: ['zqdenghi'] },
    { path: list.path, of: 'nominee', html: '<th>Người zqdenghi Một</th>', marks: ['zqdenghi'] },
  ] as const;
  const without = {
    story: { ...things, stories: [model, quoted] },
    adoption: { ...things, adoptions: [] },
    answer: { ...things, answers: [] },
    plan: { ...things, plans: [] },
    case: { ...things, cases: [caseOf({ ...list, takenOff: { on: '2027-01-05', reason: 'Thử.' } })] },
    nominee: { ...things, cases: [{ ...list, list: [['Họ và tên']] }] },
  };
  const pages = [...told.map((one, at) => ({ path: `/trang-${at}/`, ...one })), ...own];
  return {
    things,
    pages,
    without,
    safe: `<a href="${storyPath(quoted)}">${quoted.name}</a> MH-9999, h-khac`,
  };
}

test('whatever is taken back of what a kept page names, on whatever page and in whatever way, the page leaves, is told without a name, and others stay', async ({
  db,
  pictures,
}) => {
  const { things, pages, without, safe } = everyKind(generateStories(3));
  pictures.answers.set('/an-toan/', page(safe));
  const at = (number: number) => 2026 + number;
  for (const [number, one] of pages.entries()) {
    pictures.answers.set(one.path, page(one.html));
    const paths = ['/an-toan/', one.path];
    const known = knowing(things);
    expect(await keepYearPages(db, at(number), { siteUrl: pictures.url, paths, known }), one.html).toEqual(
      [],
    );
  }
  const kept = await readYearPages(db);
  for (const [number, { path, html, of, marks }] of pages.entries()) {
    expect(publishablePages(kept, at(number), things), html).toMatchObject({ gone: [], kept: { length: 2 } });
    const left = publishablePages(kept, at(number), without[of]);
    expect(
      left.kept.map((one) => one.path),
      html,
    ).toEqual(['/an-toan/']);
    expect(left.gone, html).toHaveLength(1);
    for (const { text, name } of textsOf(zipOfPages(left)))
      for (const mark of [...marks, ...(path.startsWith('/dien-hinh/') && of === 'story' ? [path] : [])])
        expect(text.includes(mark) && name !== 'TRANG-KHONG-CON.txt', `${name}: ${mark}`).toBe(false);
    expect(left.gone.join(' '), html).not.toMatch(/zq|AT&/);
    for (const [other, present] of Object.entries(without))
      if (other !== of && !(of === 'nominee' || other === 'nominee'))
        expect(publishablePages(kept, at(number), present).gone, `${html} without ${other}`).toEqual([]);
  }
});

test('a page that still names what is public no more is not kept: a newer build is awaited; of pages kept without names none is published', async ({
  db,
  pictures,
}) => {
  const [gone, present] = generateStories(2);
  if (!gone || !present) throw new Error('No stories.');
  const known = knowing({ ...nothing, stories: [present] }, [gone]);
  const keep = () => keepYearPages(db, 2026, { siteUrl: pictures.url, paths: ['/', '/hoi-dap/'], known });
  pictures.answers.set('/', page(`<a href="${storyPath(gone)}">Mới</a>`));
  pictures.answers.set('/hoi-dap/', page('<p id="h-00000000">Câu hỏi cũ?</p>'));
  expect(await keep()).toEqual(['/', '/hoi-dap/']);
  pictures.answers.set('/', page(`<a href="${storyPath(present)}">Mới</a>`));
  pictures.answers.set('/hoi-dap/', page('<p>Chưa có câu hỏi.</p>'));
  expect(await keep()).toEqual([]);
  await db.query(`delete from year_page_names where path = '/'`);
  const { kept, gone: told } = publishablePages(await readYearPages(db), 2026, known.things);
  expect(kept.map(({ path }) => path)).toEqual(['/hoi-dap/']);
  expect(told).toEqual(['Trang / không còn trong tệp các trang, vì lúc chốt chưa ghi trang nêu những gì']);
});

test('pages that name the same withdrawn thing are told in one sentence, and none by the name of what is gone', () => {
  const [gone, present] = generateStories(2);
  if (!gone || !present) throw new Error('No stories.');
  const pages = ['/', '/hoi-dap/', storyPath(gone), storyPath(present)].map((path) => ({
    id: `2026 ${path}`,
    year: 2026,
    path,
    html: '',
    names: [`dien-hinh ${gone.id}`],
  }));
  const { kept, gone: told } = publishablePages(pages, 2026, { ...nothing, stories: [present] });
  expect(kept).toEqual([]);
  expect(told).toEqual([
    `4 trang không còn trong tệp các trang, vì có nêu điển hình ${gone.id}, nay không còn công khai như lúc chốt: /, /hoi-dap/, trang của một điển hình, ${storyPath(present)}`,
  ]);
});
