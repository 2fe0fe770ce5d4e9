import { expect, test } from '@playwright/test';
import { deCuTapThe } from '../../../../src/filing/definitions/de-cu-tap-the.ts';
import { viewOf } from '../../../../src/filing/definitions/view.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const mistakes = (changes: Record<string, unknown>) =>
  deCuTapThe.schema.safeParse(goodNomination(changes)).error?.issues.map(({ path }) => path.join('.')) ?? [];

test('every field of the schema has a view and belongs to one section', () => {
  const inSections = deCuTapThe.sections.flatMap((section): readonly string[] => section.fields);
  expect([...inSections].sort()).toEqual(Object.keys(deCuTapThe.schema.shape).sort());
  for (const schema of Object.values(deCuTapThe.schema.shape)) expect(viewOf(schema).label).not.toBe('');
});

test('a good nomination is accepted, with months and numbers as people write them', () => {
  const { periodFrom, periodTo, size } = deCuTapThe.schema.parse(
    goodNomination({ periodFrom: '07/2026', periodTo: '2026-10', size: '1.234' }),
  );
  expect({ periodFrom, periodTo, size }).toEqual({ periodFrom: '2026-07', periodTo: '2026-10', size: 1234 });
});

for (const [what, changes, fields] of [
  ['an unknown unit', { unitCode: 'so-khong-co' }, ['unitCode']],
  ['an unlisted unit without a name', { unitCode: 'khac' }, ['unitName']],
  ['no way to answer', { contactPhone: undefined }, ['contactEmail']],
  ['a wrong e-mail', { contactEmail: 'không phải thư' }, ['contactEmail']],
  ['a wrong telephone number', { contactPhone: 'gọi tôi' }, ['contactPhone']],
  ['a telephone number without digits', { contactPhone: '--------' }, ['contactPhone']],
  ['no name', { name: undefined }, ['name']],
  ['a field that came twice', { name: ['a', 'b'] }, ['name']],
  ['a number for a text', { name: 5 }, ['name']],
  ['a text that is too long', { achievements: 'x'.repeat(3001) }, ['achievements']],
  ['a criterion of another group', { criteria: ['iii-1-3-1'] }, ['criteria']],
  ['a criterion of individuals', { criteria: ['iii-1-4-1'] }, ['criteria.0', 'criteria']],
  ['the group of individuals', { criteriaGroup: 'ca-nhan' }, ['criteriaGroup', 'criteria']],
  ['no strand', { strands: undefined }, ['strands']],
  ['months in words', { periodTo: 'tháng mười' }, ['periodTo']],
  ['months in the wrong order', { periodFrom: '11/2026' }, ['periodTo']],
  ['a thirteenth month', { periodTo: '13/2026' }, ['periodTo']],
  ['an ambiguous number', { size: '1.5' }, ['size']],
  ['a share above 100', { womenShare: '101' }, ['womenShare']],
  ['an earlier award without its decision', { sameAchievement: 'co' }, ['sameAchievementDecision']],
  ['a row without its first column', { indicators: [{}, { before: '1' }] }, ['indicators.1.name']],
  ['ten rows', { indicators: Array.from({ length: 10 }, () => ({ name: 'a' })) }, ['indicators']],
  ['a consent not given', { storageNotice: undefined }, ['storageNotice']],
  ['a consent given as text', { attest: 'có' }, ['attest']],
] as const) {
  test(`${what} is refused at its field`, () => {
    expect(mistakes(changes)).toEqual([...fields]);
  });
}

test('empty rows are left out, the public consent may be left alone', () => {
  const answers = deCuTapThe.schema.parse(goodNomination({ indicators: [{}, { name: 'a' }, {}] }));
  expect(answers.indicators).toEqual([{ name: 'a' }]);
  expect(answers.publicConsent).toBeUndefined();
});

test('no form asks for data that must not be collected', () => {
  const asked = Object.values(deCuTapThe.schema.shape).map((schema) => viewOf(schema).label.toLowerCase());
  for (const forbidden of [
    'căn cước',
    'ngày sinh',
    'dân tộc',
    'tôn giáo',
    'đảng',
    'sức khỏe',
    'tài khoản',
    'địa chỉ nhà',
  ]) {
    expect(asked.filter((label) => label.includes(forbidden))).toEqual([]);
  }
});
