import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newReceiptKeys } from '../../../scripts/local-system/receipt-keys.ts';
import { failuresName } from '../../../src/back-office/health/server/measure.ts';
import { syncState } from '../../../src/back-office/sync/sync-state.ts';
import { type Database, openDatabase } from '../../../src/platform/postgres.ts';
import { requestBuild } from '../../../src/server/builds/build-request.ts';
import { type BuildTools, buildSite } from '../../../src/server/builds/build-site.ts';
import { settingsOfPages } from '../../../src/server/builds/code-digest.ts';
import { keepBuilt } from '../../../src/server/builds/keep-built.ts';
import { SiteBuildError } from '../../../src/server/builds/run-astro.ts';
import { buildNames, currentName } from '../../../src/server/files/kept-sites.ts';
import { readSite } from '../../../src/server/files/site.ts';
import { expect, test } from '../../fixtures/database.ts';
import { compressibleText, writeFiles } from '../../fixtures/server/small-site.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const never = new AbortController().signal;

/** A builder of an invented site: its home says `text`, which a test may change. */
async function builder(db: Database) {
  const folder = await temporaryFolder();
  const site = { text: 'một', fails: false, built: 0 };
  const tools: BuildTools = {
    db,
    builds: folder.path,
    effort: { brotli: 4, gzip: 4 },
    code: 'code',
    runBuild: async (outDir) => {
      site.built += 1;
      await writeFiles(outDir, { 'index.html': site.text, 'a.html': compressibleText });
      if (site.fails) throw new SiteBuildError('hỏng');
    },
  };
  const home = async () => readFile(join(folder.path, 'current/site/index.html'), 'utf8');
  return { site, tools, folder, home };
}

test('a build takes the place of the one before in one step, and two before it stay', async ({ db }) => {
  const { site, tools, folder, home } = await builder(db);
  const names: string[] = [];
  for (const text of ['một', 'hai', 'ba', 'bốn']) {
    site.text = text;
    names.push(await buildSite(tools, never));
    expect(await home()).toBe(text);
  }
  expect(await buildNames(folder.path)).toEqual(names.toReversed().slice(0, 3));
  expect((await readdir(folder.path)).toSorted()).toEqual([...names.slice(1), 'current'].toSorted());
  // A file that did not change has its compressed copies from the build before.
  const copies = await Promise.all(
    names.slice(1).map((name) => stat(join(folder.path, name, 'site/a.html.br'))),
  );
  expect(new Set(copies.map(({ ino }) => ino)).size).toBe(1);
  await folder.remove();
});

test('a build that fails changes nothing', async ({ db }) => {
  const { site, tools, folder, home } = await builder(db);
  const name = await buildSite(tools, never);
  site.fails = true;
  site.text = 'hỏng';
  await expect(buildSite(tools, never)).rejects.toThrow(SiteBuildError);
  expect(await home()).toBe('một');
  expect((await readdir(folder.path)).toSorted()).toEqual([name, 'current'].toSorted());
  await folder.remove();
});

test('the builder builds when there is none, when one is asked for, when the code is another, and not otherwise', async ({
  db,
}) => {
  const { site, tools, folder, home } = await builder(db);
  const [faults, built]: [unknown[], boolean[]] = [[], []];
  const report = {
    onBuilt: ({ isFirst }: { isFirst: boolean }) => void built.push(isFirst),
    onFault: (error: unknown) => void faults.push(error),
  };
  const check = keepBuilt(tools, report);
  for (let times = 0; times < 3; times += 1) await check(never);
  expect([site.built, built]).toEqual([1, [true]]);
  site.text = 'hai';
  await sleep(5);
  await requestBuild(db);
  for (let times = 0; times < 3; times += 1) await check(never);
  expect([site.built, built, await home()]).toEqual([2, [true, false], 'hai']);
  await keepBuilt({ ...tools, code: 'other code' }, report)(never);
  expect([site.built, faults]).toEqual([3, []]);
  await folder.remove();
});

test('a failed build is tried again at once, then it rests, and the failures are counted', async ({ db }) => {
  const { site, tools, folder } = await builder(db);
  site.fails = true;
  const faults: unknown[] = [];
  const check = keepBuilt(tools, { onBuilt: () => undefined, onFault: (error) => void faults.push(error) });
  for (let times = 0; times < 3; times += 1) await check(never);
  expect([site.built, faults]).toEqual([2, [new SiteBuildError('hỏng'), new SiteBuildError('hỏng')]]);
  expect(await syncState(tools.db).read(failuresName)).toBe(2);
  await folder.remove();
});

test('failures are forgotten by the next build, and by a builder that finds nothing to do', async ({
  db,
}) => {
  const { site, tools, folder } = await builder(db);
  const report = { onBuilt: () => undefined, onFault: () => undefined };
  const noted = () => syncState(tools.db).read(failuresName);
  site.fails = true;
  await keepBuilt(tools, report)(never);
  expect(await noted()).toBe(1);
  site.fails = false;
  // A builder that was restarted meanwhile.
  await keepBuilt(tools, report)(never);
  expect(await noted()).toBe(0);
  site.fails = true;
  await keepBuilt({ ...tools, code: 'newer code' }, report)(never);
  expect(await noted()).toBe(1);
  // The code before is put back: its build still stands.
  await keepBuilt(tools, report)(never);
  expect(await noted()).toBe(0);
  await folder.remove();
});

test('a database that is away is no build that failed', async ({ db }) => {
  const { site, tools, folder } = await builder(db);
  await buildSite(tools, never);
  const away = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
  const faults: unknown[] = [];
  const check = keepBuilt(
    { ...tools, db: away },
    { onBuilt: () => undefined, onFault: (error) => void faults.push(error) },
  );
  for (let times = 0; times < 3; times += 1) await check(never);
  expect([site.built, faults.length]).toEqual([1, 1]);
  await away.end();
  await folder.remove();
});

test('a signing key that is first set, or changed, wants another build; the key itself is in no digest', () => {
  const settings = { siteUrl: 'https://thi-dua.example', isLocal: false, mail: null };
  const [one, other] = [newReceiptKeys().signingKey, newReceiptKeys().signingKey];
  const shown = [undefined, one, other, one].map((RECEIPT_SIGNING_KEY) =>
    settingsOfPages({ ...settings, RECEIPT_SIGNING_KEY }).join(' '),
  );
  expect(new Set(shown).size).toBe(3);
  expect(shown[3]).toBe(shown[1]);
  expect(shown[1]).not.toContain(one.slice(20, 40));
});

test('redirects of a build are data of it; what only Netlify reads is no file of it', async ({ db }) => {
  const { tools, folder } = await builder(db);
  await db.query(`insert into shown_stories (id, slug, withdrawn_at) values ('DH-1', 'mot-bai', now())`);
  await db.query(`insert into shown_slugs (slug, id) values ('mot-bai', 'DH-1')`);
  const name = await buildSite(tools, never);
  const { redirects, files } = await readSite(folder.path, name);
  expect(redirects).toContainEqual({ from: '/dien-hinh/mot-bai/', to: '/da-go/DH-1/', status: 410 });
  expect(redirects).toContainEqual({ from: '/kehoach/*', to: '/ke-hoach/:splat', status: 301 });
  expect([...files.keys()].toSorted()).toEqual(['/', '/a.html']);
  expect(await currentName(folder.path)).toBe(name);
  await rm(folder.path, { recursive: true });
});
