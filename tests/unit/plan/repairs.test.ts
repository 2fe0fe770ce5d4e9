import { expect, test } from '@playwright/test';
import { allRepairs, changesText } from '../../../src/plan/repairs.ts';
import { planDocument } from '../../../src/plan/schema.ts';
import { parts } from './plan-files.ts';

test('a repair is told apart by whether a letter or a point changed, or only line ends and stars', () => {
  const changed = allRepairs(parts).filter(changesText);
  expect(changed.map(({ printed }) => printed)).toEqual(['khối thi đua', 'KT. CHỦ TỊCH']);
});

test('the signer’s office and the one in whose place he signed are those of the printed lines', () => {
  const { lines, office, onBehalfOf } = planDocument.signature;
  expect(lines).toEqual([`KT. ${onBehalfOf}`, office].map((line) => line.toLocaleUpperCase('vi')));
});
