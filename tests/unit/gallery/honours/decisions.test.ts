import { expect, test } from '@playwright/test';
import {
  decisionId,
  decisionLists,
  decisionRows,
  decisionsOf,
} from '../../../../src/gallery/honours/decisions.ts';
import { units } from '../../../../src/vocabulary/units.ts';
import { inventedStory } from '../../../fixtures/story.ts';

const origin = 'https://example.gov.vn';
const honour = (id: string, changes: Partial<typeof inventedStory> = {}) => ({
  ...inventedStory,
  id,
  ...changes,
});

test('the list of a decision has each of its honours, with where it is proved; equal numbers of two years are two decisions', () => {
  const stories = [
    inventedStory,
    honour('VD-0043', { name: 'Tổ máy số ba' }),
    honour('VD-0044', { decisionDate: '2027-09-15' }),
    honour('MH-0001', { decisionNumber: null }),
  ];
  const [second, first, ...none] = decisionsOf(stories);
  const body = 'ubnd-phuong-minh-hoa';
  expect([second?.id, first?.id, none]).toEqual([
    `00-qd-minhhoa-2027-${body}`,
    `00-qd-minhhoa-2026-${body}`,
    [],
  ]);
  const [, ...rows] = first ? decisionRows(first, origin) : [];
  expect(rows.map(([id, name]) => [id, name])).toEqual([
    ['VD-0042', 'Tổ máy số hai'],
    ['VD-0043', 'Tổ máy số ba'],
  ]);
  expect(rows[0]?.at(-1)).toBe('https://example.gov.vn/api/v1/vinh-danh/VD-0042.json');
});

test('one number of every listed unit in one year is as many decisions, each with its own body', () => {
  const stories = units.map(({ name }, at) => honour(`VD-${1000 + at}`, { decisionBody: name }));
  const decisions = decisionsOf(stories);
  expect(new Set(decisions.map(({ id }) => id)).size).toBe(units.length);
  for (const { body, honours } of decisions)
    expect(honours.map((story) => story.decisionBody)).toEqual([body]);
});

test('a body is the same however it is shortened, and when its chairman signs', () => {
  const ids = [
    'UBND xã Lộc Ninh',
    'Ủy ban nhân dân xã Lộc Ninh',
    'Chủ tịch UBND xã Lộc Ninh',
    'ubnd Xã  Lộc Ninh',
  ].map((decisionBody) => decisionId({ ...inventedStory, decisionBody }));
  expect(new Set(ids)).toEqual(new Set(['00-qd-minhhoa-2026-ubnd-xa-loc-ninh']));
});

test('the old address of a number and a year stays, and names no body where several used it', () => {
  const one = decisionLists([inventedStory]).find(({ id }) => id === '00-qd-minhhoa-2026');
  expect(one).toMatchObject({ date: '2026-09-15', body: 'UBND phường minh họa' });
  const others = { decisionBody: 'UBND xã B', decisionDate: '2026-10-01' };
  const lists = decisionLists([inventedStory, honour('VD-0043', others)]);
  const both = lists.find(({ id }) => id === '00-qd-minhhoa-2026');
  expect(both).toMatchObject({ date: null, body: null, honours: { length: 2 } });
  expect(new Set(lists.map(({ id }) => id)).size).toBe(3);
  const unsaid = decisionLists([inventedStory, honour('VD-0043', { decisionBody: null })]);
  expect(unsaid.map(({ id }) => id)).toEqual([
    '00-qd-minhhoa-2026',
    '00-qd-minhhoa-2026-ubnd-phuong-minh-hoa',
  ]);
});
