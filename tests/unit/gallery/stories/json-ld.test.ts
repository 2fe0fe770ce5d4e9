import { expect, test } from '@playwright/test';
import type { Story } from '../../../../src/gallery/story.ts';
import { scriptJson, storyJsonLd } from '../../../../src/gallery/stories/json-ld.ts';
import { inventedStory } from '../../../fixtures/story.ts';

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
    datePublished: '2026-09-20T01:00:00.000Z',
    dateModified: '2026-10-02T01:00:00.000Z',
    image: image.href,
    about: {
      '@type': 'Organization',
      name: 'Tổ máy số hai',
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
    description: 'Đơn vị minh họa 01',
    award: 'Giấy khen',
  });
  expect(article).not.toHaveProperty('creativeWorkStatus');
});

test('a model is made by a unit or a person, as its criteria group says, else by nobody named', () => {
  const model = { kind: 'mo-hinh', awardForm: null } as const;
  const creator = (criteriaGroup: string | null) =>
    of({ ...model, criteriaGroup })['@graph'][0].about.creator?.['@type'];
  expect([creator('doanh-nghiep'), creator('ca-nhan'), creator(null)]).toEqual([
    'Organization',
    'Person',
    undefined,
  ]);
});

test('a sample says so', () => {
  expect(of({ sample: true })['@graph'][0].creativeWorkStatus).toBe('Dữ liệu minh họa');
});

test('no text can end the script element or begin a comment', () => {
  const text = scriptJson({ name: '</script><!-- <script>' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({ name: '</script><!-- <script>' });
});
