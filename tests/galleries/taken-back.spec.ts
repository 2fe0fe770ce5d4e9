import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describeSite } from '../../src/server/builds/describe-site.ts';
import { placeBuild } from '../../src/server/builds/place-build.ts';
import { readGone } from '../../src/server/files/read-gone.ts';
import { expect, test } from '../fixtures/database.ts';
import { textOfBytes } from '../fixtures/file-texts.ts';
import { serverWithout } from '../fixtures/server/without-gone.ts';
import { siteFrom } from '../fixtures/site-with-stories.ts';
import { storeThings, waysBack } from '../fixtures/takeable-things.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });
let site: Awaited<ReturnType<typeof siteFrom>>;
let builds: Awaited<ReturnType<typeof temporaryFolder>>;

/** Makes the built site one that a server of our own serves. */
async function placeBuilt(): Promise<void> {
  const work = join(builds.path, '.work');
  await cp(site.folder, join(work, 'site'), { recursive: true });
  const effort = { brotli: 1, gzip: 1 };
  const files = await describeSite(join(work, 'site'), effort, undefined);
  await placeBuild(builds.path, work, {
    begunAt: new Date().toISOString(),
    code: '',
    effort,
    files,
    redirects: [],
  });
}

test.beforeAll(async ({ postgres }) => {
  site = await siteFrom(postgres.url, storeThings);
  builds = await temporaryFolder();
  await placeBuilt();
});
test.afterAll(async () => {
  await site.close();
  await builds.remove();
});

/** A server that has just read what is gone. */
const serverNow = () =>
  site.store((db) => serverWithout(builds.path, (built) => readGone(db, built, new Date())));

type Server = Awaited<ReturnType<typeof serverNow>>;

/** Files that the server sends and whose texts hold one of these words. */
async function filesWith({ ask, paths }: Server, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if (path.startsWith('/_astro/') || path.startsWith('/thiet-ke/')) continue;
    const { status, body } = await ask(path);
    if (status !== 200) continue;
    const text = `${path.toLowerCase()}\n${textOfBytes(body)}`;
    if (words.some((word) => text.includes(word))) found.push(path);
  }
  return found;
}

const kindsOf = ({ gone }: Pick<Server, 'gone'>) => gone.map(({ id }) => id.split(' ')[0] ?? '');

test('a build shows every kind of thing that may be taken back, and nothing of it is gone at first', async () => {
  const server = await serverNow();
  expect(kindsOf(server)).toEqual([]);
  for (const { way, words } of waysBack)
    for (const word of words) expect(await filesWith(server, [word]), `${way}: ${word}`).not.toEqual([]);
  await server.end();
});

let before: string[] = [];
for (const { way, takeBack, gone, words } of waysBack)
  test(`from the moment ${way} no file of the build names it, though no build has run`, async () => {
    await site.store(takeBack);
    const server = await serverNow();
    const now = kindsOf(server).toSorted();
    for (const kind of before) now.splice(now.indexOf(kind), 1);
    before = kindsOf(server);
    expect(now).toEqual([...gone]);
    expect(await filesWith(server, words)).toEqual([]);
    for (const { folders, stems } of server.gone)
      for (const path of server.paths.filter(
        (one) =>
          folders.some((folder) => one.startsWith(folder)) || stems.some((stem) => one.includes(`/${stem}-`)),
      ))
        expect((await server.ask(path)).status, path).toBe(410);
    expect(server.faults).toEqual([]);
    await server.end();
  });

test('what is put back is served again at once, and other content was there all the time', async () => {
  await site.store((db) =>
    db.query(`update settings set value = value || '{"takenOff": null}' where record_id = 'rec-zqyopen'`),
  );
  const server = await serverNow();
  expect(await filesWith(server, ['zqyopennguoi'])).not.toEqual([]);
  expect(await filesWith(server, ['zqcongboten'])).not.toEqual([]);
  expect(await filesWith(server, ['zqyclosednguoi'])).not.toEqual([]);
  await server.end();
});

test('after the next build nothing is gone any more, and nothing of it is there', async () => {
  await site.rebuild(async () => undefined);
  await placeBuilt();
  const server = await serverNow();
  expect(kindsOf(server)).toEqual([]);
  const back = ['zqyopennguoi', 'zqyopendonvi', 'zqyopenduthao', 'zqyopentep'];
  const words = waysBack.flatMap((one) => one.words).filter((word) => !back.includes(word));
  expect(await filesWith(server, words)).toEqual([]);
  await server.end();
});
