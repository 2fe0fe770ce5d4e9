import fc from 'fast-check';
import { facetLists } from '../../../../src/gallery/stories/facet-lists.ts';
import { facetPath } from '../../../../src/gallery/stories/facets.ts';
import { importStories } from '../../../../src/gallery/stories/server/import-rows.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { storySchema } from '../../../../src/gallery/story.ts';
import { expect, test } from '../../../fixtures/database.ts';

/** A row as the sync pulls it, complete. */
const cells = {
  id: 'MH-0001',
  kind: 'Mô hình',
  name: 'Mô hình thử',
  summary: 'Tóm tắt thử.',
  body: 'Nội dung thử.',
  unitName: 'Đơn vị thử',
  strands: ['Hạ tầng số, hạ tầng xanh'],
  clauses: ['ii-2'],
  year: 2026,
  consent: true,
  state: 'Công bố',
};

const fields = [
  ...Object.keys(cells),
  ...['unitCode', 'criteriaGroup', 'occasion', 'awardForm', 'decisionNumber', 'decisionDate', 'decisionBody'],
  ...['motivation', 'indicators', 'contact', 'corrections', 'wishedSlug', 'publishFrom', 'withdrawnReason'],
  ...['photos', 'photoAlt', 'photoCaption', 'photoCredit', 'submissionCode'],
];

/** Whatever a cell may hold: text that staff type or paste, and values of columns of another type. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '100% thủ tục trực tuyến',
    '../x',
    'Chuyển đổi số / AI',
    ' ',
    '\u0000',
    '?#%2F',
    'ii-2',
    'Gỡ bỏ',
  ),
);
const cell = fc.oneof(
  text,
  fc.array(text, { maxLength: 3 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.array(fc.record({ id: text, url: fc.constantFrom('https://x.example/a.jpg', 'x'), filename: text }), {
    maxLength: 2,
  }),
  fc.record({ specialValue: fc.constant('NaN') }),
);

test('no value of any column of a row holds back another row, or makes a story that cannot be built', async ({
  db,
}) => {
  let number = 1;
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...fields), cell, { minKeys: 1, maxKeys: 3 }),
      async (odd) => {
        number += 2;
        await db.query('delete from stories');
        const row = (id: number, changes: object) => ({
          recordId: `rec${id}`,
          cells: { ...cells, id: `MH-${1000 + id}`, ...changes },
        });
        await importStories(db, [row(number, odd), row(number + 1, {})], { allowSamples: false });
        const published = await readPublished(db, { samples: false });
        expect(published.map(({ id }) => id)).toContain(`MH-${1001 + number}`);
        const stories = published.map((story) => storySchema.parse({ ...story, photo: null }));
        for (const { facet, value } of facetLists(stories))
          expect(facetPath(facet, value)).toMatch(/^[\w/-]+$/);
        for (const { slug } of stories) expect(slug).toMatch(/^[a-z0-9-]+$/);
      },
    ),
    { numRuns: 40 },
  );
});

const wrong: [what: string, changes: Record<string, unknown>, told: RegExp][] = [
  ['a name of blanks', { name: ' \u00a0 ' }, /“name”: còn trống/],
  ['a unit of blanks', { unitName: '  ' }, /“unitName”: còn trống/],
  [
    'a person with the Mã of a model',
    { kind: 'Cá nhân', decisionNumber: '1/QĐ' },
    /“id”: mã “MH-0001” không hợp/,
  ],
  [
    'an honoree without a decision',
    { id: 'VD-0001', kind: 'Tập thể', decisionNumber: ' ' },
    /“decisionNumber”: còn trống/,
  ],
  ['a year outside of the movement', { year: 2025 }, /“year”.*2026 đến 2030/],
  ['a time before the movement', { publishFrom: '2019-01-01T00:00:00.000Z' }, /“publishFrom”/],
  ['no Mã', { id: undefined }, /“id”: còn trống/],
];
for (const [what, changes, told] of wrong)
  test(`${what} keeps the row out and is told`, async ({ db }) => {
    await importStories(db, [{ recordId: 'rec1', cells: { ...cells, ...changes } }], { allowSamples: false });
    expect(await readPublished(db, { samples: false })).toEqual([]);
    const { rows } = await db.query<{ problem: string }>('select problem from row_problems');
    expect(rows.map(({ problem }) => problem).join('\n')).toMatch(told);
  });

const left: [what: string, changes: Record<string, unknown>, told: RegExp][] = [
  [
    'a clause that does not exist',
    { clauses: ['100% thủ tục trực tuyến', 'ii-2'] },
    /“clauses”.*100% thủ tục/,
  ],
  ['a unit code that nobody has', { unitCode: 'so-lạ' }, /“unitCode”.*“so-lạ”/],
  ['a decision of the future', { decisionDate: '2031-05-06' }, /“decisionDate”.*06\/05\/2031/],
  [
    'a line that is no correction',
    { corrections: '23/11/2026: Sửa tên.\nSửa nữa' },
    /“corrections”.*“Sửa nữa”/,
  ],
  ['an address with blanks', { wishedSlug: 'Tổ số hai' }, /“wishedSlug”/],
];
for (const [what, changes, told] of left)
  test(`${what} is left out and told, and the rest of the row goes on`, async ({ db }) => {
    const row = {
      recordId: 'rec1',
      cells: { ...cells, id: ' mh 0001', name: ' Tên có dấu cách ', ...changes },
    };
    await importStories(db, [row], { allowSamples: false });
    const published = await readPublished(db, { samples: false });
    expect(published).toMatchObject([{ id: 'MH-0001', name: 'Tên có dấu cách', clauses: ['ii-2'] }]);
    const { rows } = await db.query<{ problem: string }>('select problem from row_problems');
    expect(rows.map(({ problem }) => problem).join('\n')).toMatch(told);
  });
