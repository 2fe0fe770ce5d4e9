import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { builtPages, readPage } from '../fixtures/built-pages.ts';
import { foreignWords } from '../fixtures/schema-vocabulary.ts';

const story = '/dien-hinh/tap-the-hoi-minh-hoa-08/';

test('what pages say to machines is in the words of schema.org, and each kind of page says what it is', () => {
  const typesIn = (path: string) =>
    [...readPage(path).matchAll(/"@type":"(\w+)"|itemtype="https:\/\/schema\.org\/(\w+)"/g)].map(
      ([, json, microdata]) => json ?? microdata,
    );
  for (const [path, type] of [
    ['/', 'WebSite'],
    ['/', 'SearchAction'],
    ['/ke-hoach/', 'Legislation'],
    ['/hoi-dap/', 'FAQPage'],
    ['/hoi-dap/', 'Question'],
    ['/du-lieu/', 'DataCatalog'],
    [story, 'Article'],
    [story, 'Organization'],
  ] as const)
    expect(typesIn(path), path).toContain(type);
  for (const path of builtPages)
    for (const [, json = ''] of readPage(path).matchAll(
      /<script type="application\/ld\+json">(.*?)<\/script>/gs,
    ))
      expect(foreignWords(JSON.parse(json)), path).toEqual([]);
});

test('an answer is told to machines with the words that the page shows', () => {
  const { document } = parseHTML(readPage('/hoi-dap/'));
  const questions = [...document.querySelectorAll('[itemprop="mainEntity"]')];
  expect(questions.length).toBeGreaterThan(30);
  for (const question of questions) {
    expect(question.querySelector('[itemprop="name"]')?.textContent?.trim()).toMatch(/\?$/);
    expect(
      question.querySelector('[itemprop="acceptedAnswer"] [itemprop="text"]')?.textContent?.trim(),
    ).toBeTruthy();
  }
});
