import { dataSets } from '../../../../src/gallery/open-data/catalogue.ts';
import { editionCsv, editionJson, publishedRows } from '../../../../src/gallery/open-data/edition.ts';
import { readEditions, takeEdition } from '../../../../src/gallery/open-data/server/editions.ts';
import { followRows } from '../../../../src/vocabulary/owner-settings.ts';
import { units } from '../../../../src/vocabulary/units.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { inventedStory } from '../../../fixtures/story.ts';
import { fullStory, inventedSources as sources } from './sources.ts';

const adoption = {
  id: 'rec1',
  mark: 'ap-dung-00000001',
  model: fullStory.id,
  unitCode: null,
  unitName: 'Đơn vị thử A',
  since: '2026-08',
  result: null,
  changed: null,
  indicators: [{ name: 'Nước', before: '9', after: '7', unit: 'm³' }],
  documents: 0,
  sample: false,
};

test('an edition never changes, whatever the data become; what is taken down or no longer agreed to leaves it', async ({
  db,
}) => {
  const then = { ...sources, stories: [fullStory, inventedStory], adoptions: [adoption] };
  const counts = await takeEdition(db, 2026, then);
  expect([...counts.keys()], 'every data set has a state at the end of a year').toEqual(
    dataSets.map(({ id }) => id),
  );
  expect(Object.fromEntries(counts)).toMatchObject({
    'dien-hinh': 2,
    'chi-so': fullStory.indicators.length + 1,
    'ap-dung': 1,
    'da-go': 1,
    'ke-hoach': then.clauses.length,
    'don-vi': units.length,
  });
  await expect(takeEdition(db, 2026, then)).rejects.toThrow('đã có');
  const all = await readEditions(db);
  const [adopted, figures, stories, texts, corrections, withdrawn] = [
    'ap-dung',
    'chi-so',
    'dien-hinh',
    'toan-van',
    'dinh-chinh',
    'da-go',
  ].map((id) => all.find(({ dataSet }) => dataSet === id));
  if (!adopted || !figures || !stories || !texts || !corrections || !withdrawn)
    throw new Error('No edition was stored.');

  const changed = { ...then, stories: [{ ...fullStory, name: 'Tên mới', indicators: [] }, inventedStory] };
  for (const edition of all) {
    const { dataSet } = edition;
    const json = JSON.stringify(editionJson(edition, then));
    followRows([{ is: 'value', key: 'lien-he.dia-chi', value: 'Địa chỉ mới' }]);
    expect(editionCsv(edition, changed), dataSet).toBe(editionCsv(edition, then));
    expect(JSON.stringify(editionJson(edition, changed)), dataSet).toBe(json);
    followRows([]);
    const set = dataSets.find(({ id }) => id === dataSet);
    expect(editionJson(edition, then), dataSet).toMatchObject({
      about: set?.about,
      coverage: set?.coverage,
      credit: expect.stringContaining(`/du-lieu/${dataSet}/`),
      columns: set?.columns.map(({ key, type, about }) => ({ key, type, about })),
    });
  }
  expect(editionCsv(stories, then)).toContain('Kho lạnh dùng chung');
  expect(editionCsv(adopted, then)).toContain('Đơn vị thử A');

  const gone = { ...then, stories: [inventedStory], adoptions: [] };
  expect(editionCsv(stories, gone)).not.toContain('Kho lạnh');
  expect(editionJson(stories, gone)).toMatchObject({ total: 1, leftOut: 1 });
  for (const edition of [figures, texts, corrections])
    expect(publishedRows(edition, gone).rows.flat().join(), edition.dataSet).not.toContain(fullStory.id);
  // Why a story left is told as long as it is still told so.
  const reasonOf = (reason: string | null) => ({
    ...then,
    withdrawn: then.withdrawn.map((one) => ({ ...one, reason })),
  });
  expect(publishedRows(withdrawn, { ...then, withdrawn: [] }).left, 'it is public again').toBe(0);
  expect(publishedRows(withdrawn, reasonOf('Không còn sự đồng ý công khai.')).left).toBe(1);
  // The unit no longer lets it be known that it applies the model; the model stays.
  const withoutAdopter = { ...then, adoptions: [] };
  expect(publishedRows(adopted, withoutAdopter).rows).toEqual([]);
  expect(editionCsv(figures, withoutAdopter)).not.toContain('Đơn vị thử A');
  expect(publishedRows(figures, withoutAdopter).rows).toHaveLength(fullStory.indicators.length);
});
