import { expect, test } from '@playwright/test';
import { formerLines } from '../../../../src/site/units/former-lines.ts';
import { unitRecord } from '../../../../src/site/units/unit-record.ts';
import { units } from '../../../../src/vocabulary/units.ts';
import { aStory } from '../../gallery/stories/a-story.ts';

const trangBom = { code: '26248', name: 'UBND phường Trảng Bom', group: 'xa-phuong' };

const adoption = (unitCode: string | null, model: string) => ({
  id: `rec${model}${unitCode}`,
  mark: `ap-dung-${model}`,
  model,
  unitCode,
  unitName: 'Đơn vị minh họa',
  since: '2026-09',
  result: null,
  changed: null,
  indicators: [],
  documents: 0,
  sample: false,
});

test('a unit’s page has its stories and adoptions by code, never by name', () => {
  const own = aStory({ id: 'MH-0001', unitCode: '26248' });
  const sameName = aStory({ id: 'MH-0002', unitName: trangBom.name });
  const record = unitRecord(
    trangBom,
    [own, sameName],
    [adoption('26248', 'MH-0002'), adoption(null, 'MH-0001')],
  );
  expect(record.stories).toEqual([own]);
  expect(record.adoptions.map(({ model }) => model?.id)).toEqual(['MH-0002']);
  expect(record).toMatchObject({ name: 'Phường Trảng Bom', path: '/don-vi/trang-bom-26248/' });
});

test('an adoption stays on the page when its model is withdrawn', () => {
  const record = unitRecord(trangBom, [], [adoption('26248', 'MH-0009')]);
  expect(record.adoptions).toHaveLength(1);
  expect(record.adoptions[0]?.model).toBeNull();
});

test('former names stand by the day on which they ended, latest first', () => {
  const lines = formerLines('26248');
  expect(lines.map(({ until }) => until)).toEqual(['30/4/2026', '1/7/2025']);
  expect(lines[0]?.names).toEqual(['Xã Trảng Bom']);
  expect(lines[1]?.names).toContain('Huyện Trảng Bom');
});

test('no former name is lost on the way to a page', () => {
  const withNames = units.filter(({ code }) => formerLines(code).length > 0);
  expect(withNames.length).toBeGreaterThan(90);
  for (const { code } of withNames)
    for (const { names } of formerLines(code)) expect(names.length, code).toBeGreaterThan(0);
});
