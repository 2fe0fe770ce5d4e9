import { expect, test } from '@playwright/test';
import { apDung } from '../../../../src/filing/definitions/ap-dung.ts';
import { viewOf } from '../../../../src/filing/definitions/view.ts';
import { modelChoices } from '../../../../src/gallery/adoptions/ui/model-choices.ts';
import { goodAdoption } from '../../../fixtures/adoptions.ts';

const mistakes = (changes: Record<string, unknown>) =>
  apDung.schema.safeParse(goodAdoption(changes)).error?.issues.map(({ path }) => path.join('.')) ?? [];

test('every field of the schema has a view and stands in one section', () => {
  const inSections = apDung.sections.flatMap((section): readonly string[] => section.fields);
  expect([...inSections].sort()).toEqual(Object.keys(apDung.schema.shape).sort());
  for (const schema of Object.values(apDung.schema.shape)) expect(viewOf(schema).label).not.toBe('');
});

test('a good adoption is accepted, also of a model that the page does not know, without result or consent', () => {
  const { model, since } = apDung.schema.parse(
    goodAdoption({
      model: 'MH-99999',
      since: '2026-08',
      result: undefined,
      indicators: undefined,
      publicConsent: undefined,
    }),
  );
  expect({ model, since }).toEqual({ model: 'MH-99999', since: '2026-08' });
});

for (const [what, changes, fields] of [
  ['no model', { model: undefined }, ['model']],
  ['an honoree', { model: 'VD-0001' }, ['model']],
  ['a model that is no id', { model: 'Bản đồ số' }, ['model']],
  ['a month to come', { since: '1/2099' }, ['since']],
  ['a month in words', { since: 'mùa hè' }, ['since']],
  ['nothing on how', { adapted: undefined }, ['adapted']],
  ['a result that is too long', { result: 'x'.repeat(1001) }, ['result']],
  ['a row without its first column', { indicators: [{ before: '1' }] }, ['indicators.0.name']],
  ['an unlisted unit without a name', { unitCode: 'khac' }, ['unitName']],
  ['no way to answer', { contactPhone: undefined }, ['contactEmail']],
  ['a consent not given', { contactConsent: undefined }, ['contactConsent']],
] as const) {
  test(`${what} is refused at its field`, () => {
    expect(mistakes(changes)).toEqual([...fields]);
  });
}

test('models are offered by name with their ids; of too many none, so that the id is typed', () => {
  const models = ['Ôn bài', 'An toàn', 'Đường sáng'].map((name, index) => ({ id: `MH-000${index}`, name }));
  expect(modelChoices(models).map(({ label }) => label)).toEqual([
    'An toàn (MH-0001)',
    'Đường sáng (MH-0002)',
    'Ôn bài (MH-0000)',
  ]);
  expect(modelChoices(Array.from({ length: 101 }, (_, index) => ({ id: `MH-${index}`, name: 'a' })))).toEqual(
    [],
  );
});
