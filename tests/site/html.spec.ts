import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { builtSite, siteOrigin } from '../fixtures/addresses.ts';

const pages = readdirSync(builtSite, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.html'),
);
const read = (path: string) => readFileSync(join(builtSite, path), 'utf8');

/** Addresses that functions answer, or that a later file of the site will. */
const answeredByFunctions = [/^\/api\//, /^\/bao-chi\/dien-hinh\/./, /^\/bo-sung\/$/];

/** The short addresses of the stories in this build; a function sends each to its story. */
const shortAddresses = new Set(
  JSON.parse(read('api/v1/dien-hinh.json')).stories.map(({ id }: { id: string }) => `/d/${id}`),
);

test('the HTML of every page is valid', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      // Style, not validity: Astro writes void elements and attributes its own way.
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
      'long-title': 'off',
      // Ids with dots name the fields of rows; several ticks of one question share a name.
      'valid-id': ['error', { relaxed: true }],
      'form-dup-name': 'off',
      'no-inline-style': 'error',
      // The list mark of Safari: see .bare in src/ui/styles/base.css.
      'no-redundant-role': 'off',
      'tel-non-breaking': 'off',
    },
  });
  const faults: string[] = [];
  for (const page of pages) {
    const report = await validator.validateString(read(page));
    for (const { messages } of report.results) {
      faults.push(...messages.map(({ ruleId, message, line }) => `${page}:${line} ${ruleId}: ${message}`));
    }
  }
  expect(faults).toEqual([]);
});

test('every internal link and anchor leads somewhere', () => {
  const ids = new Map<string, Set<string>>();
  const idsOf = (file: string) => {
    const known =
      ids.get(file) ??
      new Set([...parseHTML(read(file)).document.querySelectorAll('[id]')].map(({ id }) => id));
    ids.set(file, known);
    return known;
  };
  const broken: string[] = [];
  for (const page of pages) {
    const { document } = parseHTML(read(page));
    for (const link of document.querySelectorAll('a[href], link[href], script[src], img[src]')) {
      const target = link.getAttribute('href') ?? link.getAttribute('src') ?? '';
      const url = new URL(target, `http://localhost/${page.replace(/index\.html$/, '')}`);
      const isOurs = url.host === 'localhost' || url.origin === siteOrigin;
      if (!isOurs || answeredByFunctions.some((path) => path.test(url.pathname))) continue;
      if (shortAddresses.has(url.pathname)) continue;
      const file = decodeURI(url.pathname).replace(/\/$/, '/index.html').slice(1);
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (!existsSync(join(builtSite, file))) broken.push(`${page}: ${target}`);
      else if (anchor && !idsOf(file).has(anchor)) broken.push(`${page}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
});
