import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { importGraph } from '../fixtures/import-graph.ts';

/** Each room may import those before it. Astro's own files at the root of `src` join rooms and belong to none. */
const rooms = [
  'vietnamese',
  'platform',
  'vocabulary',
  'ui',
  'plan',
  'search',
  'filing',
  'gallery',
  'progress',
  'back-office',
  'build',
  'site',
  'pages',
  'server',
];
/** Rooms that the linter names in its patterns. Folders of other rooms are called `server` too, so the tests here hold that one. */
const lintedRooms = rooms.filter((room) => room !== 'server');

const files = globSync('src/**/*.{ts,astro}');
const graph = importGraph(files);
const roomOf = (file: string) => file.split('/')[1] ?? '';
const isInRoom = (file: string) => file.split('/').length > 2;

/** Arrows between rooms, types included, with the imports behind each. */
function arrows(): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [file, { runtime, types, browser }] of graph)
    for (const imported of [...runtime, ...types, ...browser]) {
      const [from, to] = [roomOf(file), roomOf(imported)];
      if (!isInRoom(file) || from === to) continue;
      const arrow = `${from} → ${to}`;
      all.set(arrow, [...(all.get(arrow) ?? []), `${file} imports ${imported}`]);
    }
  return all;
}

test('src holds at most 16 rooms and files', () => {
  const entries = new Set(files.map(roomOf));
  expect(entries.size).toBeLessThanOrEqual(16);
  expect([...entries].filter((entry) => !rooms.includes(entry)).toSorted()).toEqual([
    'content.config.ts',
    'live.config.ts',
  ]);
});

test('imports between rooms run one way, so no circle is possible', () => {
  const upward = [...arrows()].flatMap(([arrow, imports]) => {
    const [from = '', to = ''] = arrow.split(' → ');
    return rooms.indexOf(to) < 0 || rooms.indexOf(to) > rooms.indexOf(from) ? [{ arrow, imports }] : [];
  });
  expect(upward).toEqual([]);
});

/** The arrows that do not follow from two others. */
function shortest(all: readonly string[]): string[] {
  const pairs = all.map((arrow) => arrow.split(' → '));
  const leads = (from = '', to = ''): boolean =>
    pairs.some(([a, b]) => a === from && (b === to || leads(b, to)));
  return pairs
    .filter(([from, to]) => !pairs.some(([a, b]) => a === from && b !== to && leads(b, to)))
    .map(([from, to]) => `${from} → ${to}`);
}

/** Sub-rooms of `filing` that import one another in a circle. Shorten this list; never add to it. */
const stillInCircle = 'batches dossier drafts evidence forms intake mail receipts status'.split(' ');

test('within filing, the circle of sub-rooms takes in no further one', () => {
  const subRoomOf = (file: string) => /^src\/filing\/([\w-]+)\//.exec(file)?.[1] ?? '';
  const next = new Map<string, Set<string>>();
  for (const [file, { runtime, types, browser }] of graph) {
    if (roomOf(file) !== 'filing') continue;
    const imported = [...runtime, ...types, ...browser].filter((one) => roomOf(one) === 'filing');
    const known = next.get(subRoomOf(file)) ?? new Set();
    next.set(
      subRoomOf(file),
      known.union(new Set(imported.map(subRoomOf).filter((to) => to !== subRoomOf(file)))),
    );
  }
  const reached = (from: string, seen = new Set<string>()): Set<string> => {
    for (const to of next.get(from) ?? []) if (!seen.has(to)) reached(to, seen.add(to));
    return seen;
  };
  const inCircle = [...next.keys()].filter((subRoom) => reached(subRoom).has(subRoom));
  expect(inCircle.toSorted()).toEqual(stillInCircle);
});

test('docs/architecture.md draws the rooms as they are', () => {
  const drawn = readFileSync('docs/architecture.md', 'utf8').matchAll(/^ {2}([\w-]+) --> ([\w-]+)$/gm);
  expect([...drawn].map(([, from, to]) => `${from} → ${to}`).toSorted()).toEqual(
    shortest([...arrows().keys()]).toSorted(),
  );
});

test('the linter holds every room to the same order', () => {
  const override = z.object({
    includes: z.array(z.string()),
    linter: z.object({
      rules: z.object({
        style: z.object({
          noRestrictedImports: z
            .object({ options: z.object({ patterns: z.array(z.object({ group: z.array(z.string()) })) }) })
            .optional(),
        }),
      }),
    }),
  });
  const { overrides } = z
    .object({ overrides: z.array(override) })
    .parse(JSON.parse(readFileSync('.biome.json', 'utf8')));
  for (const [place, room] of lintedRooms.slice(0, -1).entries()) {
    const rule = overrides.findLast(({ includes }) => includes.includes(`src/${room}/**`));
    const [first] = rule?.linter.rules.style.noRestrictedImports?.options.patterns ?? [];
    expect(first?.group, room).toEqual([
      ...lintedRooms.slice(place + 1).map((later) => `**/${later}/**`),
      '!**/content/**',
    ]);
  }
});

test('only functions, scripts and files at the root of src join settings and Airtable to the rest', () => {
  const importers = (wanted: RegExp) =>
    [...graph].flatMap(([file, { runtime, types, packages }]) =>
      [...runtime, ...types, ...packages].some((one) => wanted.test(one)) ? [file] : [],
    );
  // Whether a form speaks of e-mail copies, and where drawn photos are kept, is decided as the site is built.
  const mayReadSettings = [
    'src/filing/mail/is-enabled.ts',
    'src/gallery/photos/cache.ts',
    'src/live.config.ts',
  ];
  expect(importers(/^src\/platform\/env\.ts$/).toSorted()).toEqual(mayReadSettings);
  const knowAirtable = importers(/^airtable$|^src\/back-office\/airtable\//);
  expect(knowAirtable.filter((file) => !file.startsWith('src/back-office/airtable/'))).toEqual([]);
});

test('nothing that a browser loads reaches code of the server', () => {
  const loaded = new Map<string, string>();
  const ways = [...graph].flatMap(([file, { browser }]) => browser.map((first) => ({ first, way: file })));
  for (const { first, way } of ways) {
    if (loaded.has(first)) continue;
    loaded.set(first, `${way} → ${first}`);
    for (const next of graph.get(first)?.runtime ?? [])
      ways.push({ first: next, way: loaded.get(first) ?? '' });
  }
  const ofServer = /^(node:|pg$|linkedom$|nodemailer$|sharp$|airtable$|@netlify\/)/;
  const faults = [...loaded].filter(
    ([file]) => /\/server\//.test(file) || graph.get(file)?.packages.some((name) => ofServer.test(name)),
  );
  expect(loaded.size).toBeGreaterThan(100);
  expect(faults.map(([, way]) => way)).toEqual([]);
  const inScripts = [...graph].filter(([, { browserPackages }]) =>
    browserPackages.some((name) => ofServer.test(name)),
  );
  expect(inScripts.map(([file]) => file)).toEqual([]);
});
