import { publishedRows, editionCsv, editionJson } from '../../../../src/gallery/open-data/edition.ts';
import { readEditions, takeEdition } from '../../../../src/gallery/open-data/server/editions.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { inventedStory } from '../../../fixtures/story.ts';
import { fullStory, inventedSources as sources } from './sources.ts';

const adoption = {
  id: 'rec1',
  model: fullStory.id,
  unitCode: null,
  unitName: 'Đơn vị thử A',
  since: '2026-08',
  result: null,
  changed: null,
  indicators: [{ name: 'Nước', before: '9', after: '7', unit: 'm³' }],
  sample: false,
};

test('an edition never changes, whatever the data become; what is taken down or no longer agreed to leaves it', async ({
  db,
}) => {
  const then = { ...sources, stories: [fullStory, inventedStory], adoptions: [adoption] };
  expect(await takeEdition(db, 2026, then)).toEqual(
    new Map([
      ['dien-hinh', 2],
      ['chi-so', fullStory.indicators.length + 1],
      ['ap-dung', 1],
    ]),
  );
  await expect(takeEdition(db, 2026, then)).rejects.toThrow('đã có');
  const [adopted, figures, stories] = await readEditions(db);
  if (!adopted || !figures || !stories) throw new Error('No edition was stored.');

  const changed = { ...then, stories: [{ ...fullStory, name: 'Tên mới', indicators: [] }, inventedStory] };
  for (const edition of [adopted, figures, stories]) {
    expect(editionCsv(edition, changed)).toBe(editionCsv(edition, then));
    expect(editionJson(edition, changed)).toEqual(editionJson(edition, then));
  }
  expect(editionCsv(stories, then)).toContain('Kho lạnh dùng chung');
  expect(editionCsv(adopted, then)).toContain('Đơn vị thử A');

  const gone = { ...then, stories: [inventedStory], adoptions: [] };
  expect(editionCsv(stories, gone)).not.toContain('Kho lạnh');
  expect(editionJson(stories, gone)).toMatchObject({ total: 1, leftOut: 1 });
  expect(publishedRows(figures, gone).rows).toEqual([]);
  // The unit no longer lets it be known that it applies the model; the model stays.
  const withoutAdopter = { ...then, adoptions: [] };
  expect(publishedRows(adopted, withoutAdopter).rows).toEqual([]);
  expect(editionCsv(figures, withoutAdopter)).not.toContain('Đơn vị thử A');
  expect(publishedRows(figures, withoutAdopter).rows).toHaveLength(fullStory.indicators.length);
});
