import { findOut, readOut } from '../../src/gallery/press/release-kit/server/read-releases.ts';
import { getReleasePage } from '../../src/gallery/press/release-kit/server/release-page.ts';
import { pressTools } from '../../src/gallery/press/server/press-tools.ts';
import { storySlug } from '../../src/gallery/stories/slug.ts';
import type { Database } from '../../src/platform/postgres.ts';
import { expect, test } from '../fixtures/database.ts';
import { textOfBytes } from '../fixtures/file-texts.ts';
import { everyAnswer } from '../fixtures/function-answers.ts';
import { siteFrom } from '../fixtures/site-with-stories.ts';
import { storyAnswers } from '../fixtures/story-answers.ts';
import { shown, storeWhole, theirs, withheld } from '../fixtures/whole-rows.ts';

// Every answer of a function: of a story that nobody may see there is nothing in any of them.
test.describe.configure({ mode: 'default', timeout: 240_000 });
let site: Awaited<ReturnType<typeof siteFrom>>;
const origin = 'https://example.gov.vn';

test.beforeAll(async ({ postgres }) => {
  test.setTimeout(240_000);
  site = await siteFrom(postgres.url, storeWhole);
});
test.afterAll(() => site.close());

const answersOf = (db: Database, row: (typeof shown)[number]) =>
  storyAnswers(db, row, { folder: site.folder, origin });
const bodyOf = async (reply: Response) => textOfBytes(Buffer.from(await reply.arrayBuffer()));

test('what is public can be had in every way', async () => {
  await site.store(async (db) => {
    for (const row of shown) {
      const isModel = row.cells.kind === 'Mô hình';
      for (const [what, reply] of await answersOf(db, row)) {
        const isOfModel = ['plan', 'sheet', 'file of the model'].includes(what);
        expect(reply.status, `${row.cells.id}: ${what}`).toBe(isOfModel && !isModel ? 404 : 200);
        if (reply.status === 200 && what !== 'file of the model')
          expect(await bodyOf(reply), `${row.cells.id}: ${what}`).toContain('zqhien');
      }
    }
  });
});

test('of what is not public no function answers with anything, not even where a build once showed it', async () => {
  await site.store(async (db) => {
    for (const wasShown of [false, true]) {
      if (wasShown)
        for (const { cells } of withheld)
          await db.query('insert into shown_stories (id, slug) values ($1, $2) on conflict do nothing', [
            cells.id,
            storySlug(cells.id),
          ]);
      for (const row of withheld)
        for (const [what, reply] of await answersOf(db, row)) {
          const where = `${row.cells.id} ${row.cells.name}: ${what}${wasShown ? ', shown once' : ''}`;
          if (!what.startsWith('verified')) expect(reply.status, where).not.toBe(200);
          const said = (await bodyOf(reply))
            .replaceAll('\u00a0', ' ')
            .replaceAll(row.cells.name.toLowerCase(), '')
            .replaceAll(row.cells.decisionNumber.toLowerCase(), '');
          expect(theirs.exec(said)?.[0], where).toBeUndefined();
          expect(said, where).not.toContain('đúng, đang công bố trên trang này</h2>\n<p>zq');
        }
    }
    // No build showed them: a release would tell of them as taken down.
    const ids = withheld.map(({ cells }) => cells.id);
    await db.query('delete from shown_stories where id = any($1)', [ids]);
  });
});

test('the page and the kit of a release that is out have what is shown of it, and nothing of the rest', async () => {
  await site.store(async (db) => {
    // As the sync notes once the public site serves the build.
    await db.query('update shown_stories set unserved_since = null');
    const { readPage } = pressTools(() => db, { SITE_FOLDER: site.folder, isLocal: false, siteUrl: origin });
    for (const name of ['', 'dot-zq', 'dot-zq.zip']) {
      const path = `/bao-chi/dot/${name}${name === 'dot-zq' ? '/' : ''}`;
      const reply = await getReleasePage(new Request(`${origin}${path}`), name, {
        readOut: () => readOut(db, false),
        findOut: (slug) => findOut(db, slug, false),
        readPage,
        origin,
      });
      expect(reply.status, path).toBe(200);
      const said = await bodyOf(reply);
      expect(said, path).toContain(name ? 'zqhien' : 'dot-zq');
      expect(theirs.exec(said)?.[0], path).toBeUndefined();
      for (const { cells } of withheld)
        expect(said.includes(cells.id.toLowerCase()) && said, `${path}: ${cells.id}`).toBe(false);
    }
  });
});

/** Paths at which functions tell of a public story, by what they declare: a new function that tells of one joins them. */
const telling = [
  '/anh-goc/:name',
  '/api/v1/lam-theo/:name',
  '/bao-chi/dien-hinh/:name',
  '/bao-chi/dien-hinh/:name/',
  '/bao-chi/dot/:name',
  '/bao-chi/dot/:name/',
  '/dien-hinh/',
  '/nhung/:id/',
  '/tim-kiem/',
  '/xac-minh/',
];

test('of every path of every function, with every ending, none tells of what is not public', async () => {
  const said = new Set<string>();
  const asked = { databaseUrl: site.databaseUrl, folder: site.folder, origin };
  for (const { cells } of [...shown, ...withheld]) {
    const isShown = shown.some((row) => row.cells.id === cells.id);
    for (const { route, address, status, text } of await everyAnswer(cells, asked)) {
      const rest = [cells.name, cells.decisionNumber, cells.wishedSlug].reduce(
        (left, word) => left.replaceAll(String(word).toLowerCase(), ''),
        text,
      );
      expect(theirs.exec(rest)?.[0], address).toBeUndefined();
      if (status === 200 && isShown && rest.includes('zqhien')) said.add(route);
      if (!isShown && !/[?]/.test(address) && !route.startsWith('/bao-chi/dot'))
        expect(status, address).not.toBe(200);
    }
  }
  expect([...said].toSorted()).toEqual(telling);
});
