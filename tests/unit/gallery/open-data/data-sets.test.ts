import { expect, test } from '@playwright/test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { dataChanges, dataPaths, dataSets } from '../../../../src/gallery/open-data/catalogue.ts';
import { dataPackage } from '../../../../src/gallery/open-data/data-package.ts';
import { stateOf } from '../../../../src/gallery/open-data/data-state.ts';
import { csvOf, jsonOf, workbookOf } from '../../../../src/gallery/open-data/files.ts';
import { dataSetJsonLd } from '../../../../src/gallery/open-data/json-ld.ts';
import { jsonSchemaOf } from '../../../../src/gallery/open-data/json-schema.ts';
import { openApi } from '../../../../src/gallery/open-data/openapi.ts';
import { readText } from '../../../../src/platform/spreadsheet/read-text.ts';
import { owingUnits } from '../../../../src/progress/coverage/coverage.ts';
import { dayInVietnam } from '../../../../src/vietnamese/official-date.ts';
import { firstSheetRows } from '../../../fixtures/first-sheet.ts';
import { fullStory, inventedSources } from './sources.ts';

const now = new Date('2026-11-01T00:00:00Z');
const { origin } = inventedSources;
const documentOf = (id: string) => {
  const set = dataSets.find((each) => each.id === id);
  if (!set) throw new RangeError(id);
  const json = z.record(z.string(), z.unknown()).parse(jsonOf(set, inventedSources, now));
  return { set, json, rows: z.array(z.record(z.string(), z.unknown())).parse(json[set.member]) };
};
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));

for (const set of dataSets)
  test(`${set.id}: JSON fits its schema, rows are told apart, tables have the same rows`, () => {
    const { json, rows } = documentOf(set.id);
    const check = ajv.compile(jsonSchemaOf(set, origin));
    expect(check(json) ? [] : check.errors).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
    expect(json).toMatchObject({ total: rows.length, version: dataChanges.version });
    expect(stateOf(set, inventedSources).rows).toBe(rows.length);
    const keys = rows.map((row) => JSON.stringify(set.primaryKey.map((key) => row[key])));
    expect(new Set(keys).size).toBe(rows.length);
    const table = readText(csvOf(set, inventedSources).slice(1));
    expect(table.map((row) => row.length)).toEqual(Array(rows.length + 1).fill(set.columns.length));
    expect(table[0]).toEqual(set.columns.map(({ title }) => title));
    expect(firstSheetRows(workbookOf(set, inventedSources))).toHaveLength(rows.length + 1);
  });

test('whatever a story page states is in the data, and its contact is not', () => {
  const { rows } = documentOf('dien-hinh');
  expect(rows[0]).toMatchObject({
    id: 'MH-0007',
    address: 'https://example.gov.vn/dien-hinh/kho-lanh-dung-chung/',
    clauses: ['iii-1-1-2'],
    adoptions: 1,
    motivation: fullStory.motivation,
    indicators: [{ before: '1.240', after: '655', change: 'giảm 47,2%' }, {}, {}],
    corrections: fullStory.corrections,
    photo: { address: `https://example.gov.vn/anh/MH-0007-aaaaaaaa-1200.jpg`, credit: 'Minh' },
  });
  expect(documentOf('dien-hinh').json['terms']).toMatchObject({ awardForm: { 'giay-khen': 'Giấy khen' } });
  expect(dataSets.map((set) => csvOf(set, inventedSources)).join('')).not.toContain('0900');
});

test('figures before and after are one a row, as written and as numbers', () => {
  expect(documentOf('chi-so').rows).toMatchObject([
    {
      storyId: 'MH-0007',
      before: '1.240',
      after: '655',
      beforeNumber: 1240,
      afterNumber: 655,
      change: 'giảm 47,2%',
    },
    { beforeNumber: 34, afterNumber: 71, change: 'tăng 37 điểm phần trăm' },
    { beforeNumber: null, afterNumber: -5, change: null },
    { source: 'ap-dung', unitName: 'Đơn vị minh họa 02', beforeNumber: 10, place: 4 },
  ]);
  const set = documentOf('chi-so').set;
  expect(csvOf(set, inventedSources)).toContain(",'-5,triệu đồng,,-5,");
});

test('the coverage of units is one row for each thing that a unit owes, with its year, state and days', () => {
  const { rows } = documentOf('tien-do');
  expect(rows.length).toBe(owingUnits.length * 4);
  expect(rows.slice(0, 4)).toMatchObject([
    {
      what: 'ke-hoach',
      year: 2026,
      due: '2026-06-30',
      state: 'da-co',
      filedOn: '2026-06-20',
      lateDays: null,
    },
    { what: 'tieu-chi', state: 'da-co', confirmedOn: '2026-12-20' },
    { what: 'bao-cao-nam', year: 2026, due: null, state: 'da-co', filedOn: null, lateDays: null },
    { what: 'bao-cao-nam', year: 2027, state: 'chua-co', filedOn: null, confirmedOn: null, lateDays: null },
  ]);
  expect(rows[4]).toMatchObject({ what: 'ke-hoach', state: 'qua-han', filedOn: null, confirmedOn: null });
});

test('a table begins with the mark of UTF-8 and keeps the columns that it first had', () => {
  const csv = csvOf(documentOf('dien-hinh').set, inventedSources);
  const first =
    'Mã,Địa chỉ,Loại,Tên,Tóm tắt,Mã đơn vị,Đơn vị,Nội dung thi đua,Nhóm tiêu chí,Mục của Kế hoạch,Năm';
  expect(csv.startsWith(`\uFEFF${first},`)).toBe(true);
  expect(csv).toContain('"Kho lạnh dùng chung, ""mở"""');
});

test('the API description is valid OpenAPI and the data package names every file', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(openApi(origin))));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  const { resources } = dataPackage(origin);
  expect(resources.map(({ path }) => path)).toEqual(
    dataSets.map(({ id }) => `${origin.origin}${dataPaths(id).csv}`),
  );
  for (const { schema } of resources)
    expect(schema.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(schema.primaryKey));
});

test('a data set says to machines where its files are', () => {
  expect(dataSetJsonLd(documentOf('chi-so').set, inventedSources)).toMatchObject({
    '@type': 'Dataset',
    dateModified: dayInVietnam(new Date()),
    distribution: [{ contentUrl: 'https://example.gov.vn/api/v1/chi-so.csv' }, {}, {}],
  });
});
