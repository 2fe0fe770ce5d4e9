import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { browserFloor } from '../../src/platform/browser-floor.ts';
import { builtSite } from '../fixtures/addresses.ts';
import { builtPages, readPage } from '../fixtures/built-pages.ts';
import { newerIn } from '../fixtures/newer-script.ts';
import { newerStyles } from '../fixtures/newer-style.ts';

/** Names in scripts that are newer than the floor, and why a browser without them loses nothing. */
const sparedNames: Readonly<Record<string, string>> = {
  DecompressionStream: 'src/gallery/search/bytes.ts loads what does the same',
  Segmenter: 'Pagefind asks whether it is there',
  segment: 'the same',
  canParse: 'zod asks whether it is there',
  take: 'a method of ours; of an iterator it would be newer',
  drop: 'the same',
  move: 'a name of ours; of a DisposableStack it would be newer',
  isComposing: 'Safari says it wrong while a word is composed, not that it has none',
  imageSmoothingQuality: 'Firefox draws smaller pictures in its own way',
  error: 'a name of ours; as SuppressedError.error it would be newer',
  grow: 'the same; of a SharedArrayBuffer it would be newer',
};

/** Parts of styles that are newer than the floor, and what a browser without them shows. */
const sparedStyles: Readonly<Record<string, string>> = {
  'css.at-rules.media.forced-colors': 'where a browser has no such mode, it has no need of it',
  'css.properties.forced-color-adjust': 'the same',
  'css.properties.forced-color-adjust.none': 'the same',
  'css.at-rules.view-transition': 'the next page comes at once',
  'css.properties.text-wrap': 'lines break where they are full',
  'css.properties.text-wrap.balance': 'the same',
  'css.properties.text-wrap.pretty': 'the same',
  'css.properties.text-wrap.wrap': 'the same',
  'css.properties.grid-template-rows.subgrid': 'controls of a row stand a line apart',
  'css.at-rules.media.scripting': 'what a script needs shows when it is there',
  'css.selectors.has': 'more is shown: see each place',
  'css.selectors.details-content': 'asked by @supports',
  'css.properties.content-visibility': 'the same',
  'css.properties.content-visibility.visible': 'the same',
  'css.types.color.color-mix': 'asked by @supports',
  'css.selectors.first': 'margins of print',
  'css.at-rules.page': 'the same',
  'css.properties.orphans': 'the same',
  'css.properties.widows': 'the same',
  'css.properties.break-after.avoid': 'the same',
  'css.properties.break-before.avoid': 'the same',
  'css.properties.accent-color': 'boxes in the colour of the browser',
  'css.properties.cursor.pointer': 'phones have none',
  'css.properties.outline': 'Safari rounds no corner of it',
  'css.properties.outline.none': 'the same',
  'css.properties.outline.solid': 'the same',
  'css.properties.resize': 'phones have none',
  'css.properties.text-size-adjust': 'with its prefix in Safari',
  'css.properties.overscroll-behavior': 'the page scrolls on when the list has ended',
  'css.properties.overscroll-behavior.contain': 'the same',
  'css.properties.user-select': 'selected by hand',
  'css.properties.user-select.all': 'the same',
  'css.selectors.marker': 'the list has its usual signs',
};

const scripts = readdirSync(builtSite, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.js'),
);

test('no built script uses what is newer than the stated browsers', () => {
  expect(scripts.length).toBeGreaterThan(20);
  const used = scripts.flatMap((path) =>
    newerIn(readFileSync(join(builtSite, path), 'utf8'))
      .filter((name) => !(name in sparedNames))
      .map((name) => `${path}: ${name}`),
  );
  expect(used).toEqual([]);
});

test('the check of scripts knows what is new', () => {
  const samples = {
    "''.toWellFormed()": 'toWellFormed',
    '[].toSorted()': 'toSorted',
    'Promise.withResolvers()': 'withResolvers',
    'Map.groupBy([], String)': 'groupBy',
    'new Set().union(new Set())': 'union',
    'AbortSignal.any([])': 'any',
    'form.requestSubmit()': 'requestSubmit',
    'new Intl.Segmenter()': 'Segmenter',
    '/(?<!q)u/u': 'lookbehind',
    'new RegExp(`(?<=${q})u`)': 'lookbehind',
    'class A { static { A.b = 1; } }': 'static block',
    'class A { b = c(() => 1); }': 'variable c in a class field',
  };
  for (const [script, name] of Object.entries(samples)) expect(newerIn(script), script).toContain(name);
  expect(newerIn('/[a--b]/v')[0]).toContain('syntax');
  expect(newerIn('[].findLast(String); structuredClone({}); new Map().size')).toEqual([]);
  expect(newerIn('class A { a = 1; #b = new Map(); c = () => d; e = this.a.f; }')).toEqual([]);
});

test('no built page needs a style that is newer than the stated browsers', () => {
  const used = new Set(
    builtPages.flatMap((path) =>
      [...readPage(path).matchAll(/<style[^>]*>(.*?)<\/style>/gs)].flatMap(([, sheet = '']) =>
        newerStyles(sheet),
      ),
    ),
  );
  expect([...used].filter((key) => !(key in sparedStyles))).toEqual([]);
});

test('the stated browsers are those of the code', () => {
  const page = readPage('/tiep-can/').replace(/\s+/g, ' ');
  const said = /Chrome [\d.]+|Firefox [\d.]+|Safari [\d.]+\d/g;
  expect(page.match(said)).toEqual([
    `Chrome ${browserFloor.chrome}`,
    `Firefox ${browserFloor.firefox}`,
    `Safari ${browserFloor.safari}`,
  ]);
});
