import { expect, test } from '@playwright/test';
import { scriptJson, storyJsonLd } from '../../../../src/gallery/stories/json-ld.ts';
import { type Story, storyKinds } from '../../../../src/gallery/story.ts';
import { criteriaGroups } from '../../../../src/vocabulary/taxonomy.ts';
import { foreignWords } from '../../../fixtures/schema-vocabulary.ts';
import { inventedStory } from '../../../fixtures/story.ts';
import { fullStory } from '../open-data/sources.ts';

const origin = new URL('https://example.gov.vn');
const image = new URL('/anh/vd-0042-00000000.png', origin);
const of = (change: Partial<Story>) =>
  JSON.parse(scriptJson(storyJsonLd({ ...inventedStory, ...change }, image, origin)));

test('an honoree is the subject of an article, with the award and its decision', () => {
  const [article, crumbs] = of({})['@graph'];
  expect(article).toMatchObject({
    '@type': 'Article',
    '@id': 'https://example.gov.vn/dien-hinh/to-may-so-hai/',
    identifier: 'VD-0042',
    headline: 'Tổ máy số hai',
    datePublished: '2026-09-20T08:00:00+07:00',
    dateModified: '2026-10-02T08:00:00+07:00',
    image: [image.href],
    citation: [{ '@type': 'Legislation', '@id': 'https://example.gov.vn/ke-hoach/iii-1-1-2/' }],
    about: {
      '@type': 'Organization',
      name: 'Đơn vị minh họa 01',
      award: 'Giấy khen, Quyết định số 00/QĐ-MINHHOA ngày 15 tháng 9 năm 2026 của UBND phường minh họa',
    },
    publisher: { '@type': 'GovernmentOrganization', name: 'UBND thành phố Đồng Nai' },
  });
  expect(
    crumbs.itemListElement.map(({ position, name }: { position: number; name: string }) => [position, name]),
  ).toEqual([
    [1, 'Trang chủ'],
    [2, 'Điển hình'],
    [3, 'Tổ máy số hai'],
  ]);
});

test('a person has the type Person, and fields that the record lacks are left out', () => {
  const [article] = of({ kind: 'ca-nhan', decisionNumber: null, decisionDate: null, decisionBody: null })[
    '@graph'
  ];
  expect(article.about).toEqual({
    '@type': 'Person',
    name: 'Tổ máy số hai',
    affiliation: { '@type': 'Organization', name: 'Đơn vị minh họa 01' },
    award: 'Giấy khen',
  });
  expect(article).not.toHaveProperty('creativeWorkStatus');
});

test('a model is made by its unit, which is never called a person, else by nobody named', () => {
  const maker = (unitCode: string | null, criteriaGroup: string | null) =>
    of({ kind: 'mo-hinh', awardForm: null, unitCode, criteriaGroup })['@graph'][0].about.creator;
  const unit = { '@type': 'Organization', name: 'Đơn vị minh họa 01' };
  for (const { id } of criteriaGroups) {
    expect(maker('minh-hoa-01', id), id).toEqual(unit);
    expect(maker(null, id), id).toEqual(id === 'ca-nhan' ? undefined : unit);
  }
  expect([maker('minh-hoa-01', null), maker(null, null)]).toEqual([unit, undefined]);
});

test('a photo comes first, with its credit; corrections are told; all is in the words of schema.org', () => {
  const whole = of({ ...fullStory, kind: 'tap-the' });
  expect(whole['@graph'][0].image[0]).toMatchObject({ '@type': 'ImageObject', creditText: 'Minh' });
  expect(whole['@graph'][0].correction).toEqual(['2026-10-02: Sửa số nước, từ 650 thành 655']);
  for (const kind of storyKinds) expect(foreignWords(of({ ...fullStory, kind })), kind).toEqual([]);
  expect(
    foreignWords({ '@type': 'Article', headline: 'x', colour: 'y', about: { '@type': 'Persn' } }),
  ).toEqual(['$: Article has no colour', '$.about: no type Persn']);
});

test('a sample says so', () => {
  expect(of({ sample: true })['@graph'][0].creativeWorkStatus).toBe('Dữ liệu minh họa');
});

test('no text can end the script element or begin a comment', () => {
  const text = scriptJson({ name: '</script><!-- <script>' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({ name: '</script><!-- <script>' });
});
