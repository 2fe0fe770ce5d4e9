import { expect, test } from '@playwright/test';
import { builtDocument, builtPages } from '../fixtures/built-pages.ts';

/** What shows data: the name of its kind, and where it stands. */
const displays: readonly { kind: string; isOn: (main: Element) => boolean }[] = [
  { kind: 'table', isOn: (main) => main.querySelector('table') !== null },
  {
    kind: 'list of stories',
    isOn: (main) =>
      [...main.querySelectorAll('a[href^="/dien-hinh/"]')].some(
        (link) =>
          /^\/dien-hinh\/(?!loc\/|tat-ca\/|ban-do\/)[^/?#.]+\/$/.test(link.getAttribute('href') ?? '') &&
          link.closest('ul, ol, svg') !== null,
      ),
  },
  { kind: 'list of counts', isOn: (main) => main.querySelector('.values') !== null },
  { kind: 'list of duties', isOn: (main) => main.querySelector('.duties') !== null },
  { kind: 'map of clauses', isOn: (main) => main.querySelector('.map') !== null },
  { kind: 'cloth or chart', isOn: (main) => main.querySelector('section.cloth, .chart, .unit-map') !== null },
];

/** Pages that show data and lead to no data set, each with the reason. Patterns that no page needs fail the test. */
const exceptions: readonly { at: RegExp; why: string }[] = [
  { at: /^\/du-lieu\//, why: 'the pages of the data sets themselves' },
  { at: /^\/lay-y-kien\//, why: 'people on a list that is up for comment are not handed out as data' },
  { at: /^\/bao-chi\/dot\/$/, why: 'filled by a function; the kit has the list as CSV' },
  { at: /^\/dien-hinh\/[^/]+\/$/, why: 'a story without figures: other stories are links to go on' },
  { at: /^\/(?:[a-z-]+\/)+(?:phieu-trong|nhieu|nhieu\/da-nhan)\/$/, why: 'tables of forms, to fill in' },
  { at: /^\/(?:can-bo|quyen-rieng-tu|so-do)\/$/, why: 'a frame for staff, a text, the map of the site' },
];

test('every page that shows data as a list, table, map or chart leads to the data behind it', () => {
  const needed = new Set<string>();
  const lacking = builtPages.flatMap((path) => {
    const main = builtDocument(path === '/404.html' ? '' : path).querySelector('main');
    const shown = main ? displays.filter(({ isOn }) => isOn(main)).map(({ kind }) => kind) : [];
    if (!main || shown.length === 0) return [];
    const leads = [...main.querySelectorAll('a[href^="/du-lieu/"]')].some((link) =>
      /(?:ải dữ liệu này|Download this data)/u.test(link.textContent ?? ''),
    );
    if (leads) return [];
    const excepted = exceptions.find(({ at }) => at.test(path));
    if (excepted) needed.add(excepted.why);
    return excepted ? [] : [`${path}: ${shown.join(', ')}`];
  });
  expect(lacking).toEqual([]);
  expect(exceptions.map(({ why }) => why).filter((why) => !needed.has(why))).toEqual([]);
});
