import { expect, test } from '@playwright/test';
import { sampleStories } from '../../../scripts/airtable-stand-in/samples.ts';
import {
  awardForms,
  criteria,
  criteriaGroups,
  occasions,
  strands,
} from '../../../src/vocabulary/taxonomy.ts';

const values = (column: string): unknown[] => sampleStories.flatMap((row) => row[column] ?? []);
const names = (terms: readonly { name: string }[]): string[] => terms.map(({ name }) => name).toSorted();

test('eight models and eight honorees, each with its own code', () => {
  const codes = values('Mã');
  expect(new Set(codes).size).toBe(16);
  expect(codes.filter((code) => /^MH-\d{4}$/.test(String(code)))).toHaveLength(8);
  expect(codes.filter((code) => /^VD-\d{4}$/.test(String(code)))).toHaveLength(8);
});

test('every group, strand, award form and occasion appears', () => {
  expect([...new Set(values('Nhóm tiêu chí'))].toSorted()).toEqual(names(criteriaGroups));
  expect([...new Set(values('Nội dung thi đua'))].toSorted()).toEqual(names(strands));
  expect([...new Set(values('Hình thức khen thưởng'))].toSorted()).toEqual(names(awardForms));
  expect([...new Set(values('Dịp'))].toSorted()).toEqual(names(occasions));
});

test('each criterion named is one of the story’s own group', () => {
  for (const row of sampleStories) {
    const group = criteriaGroups.find(({ name }) => name === row['Nhóm tiêu chí']);
    const own = criteria.filter((criterion) => criterion.group === group?.id).map(({ id }) => id);
    expect(own).toEqual(expect.arrayContaining([row['Tiêu chí']].flat()));
  }
});

test('an award is one that the plan gives on that occasion', () => {
  for (const row of sampleStories.filter((each) => each['Dịp'])) {
    const form = awardForms.find(({ name }) => name === row['Hình thức khen thưởng']);
    const occasion = occasions.find(({ name }) => name === row['Dịp']);
    // For the annual occasion the plan names no form: each unit commends within its powers (III.2.1).
    const named = occasion?.awards.map((award) => award.form) ?? [];
    expect(occasion?.id === 'hang-nam' ? ['giay-khen'] : named).toContain(form?.id);
  }
});

test('nothing in a sample can be taken for real', () => {
  for (const row of sampleStories) {
    expect(row['Mã đơn vị']).toMatch(/^minh-hoa-/);
    expect(row['Tên đơn vị']).toMatch(/minh họa/);
    expect(`${row['Tóm tắt']} ${row['Nội dung']}`).toMatch(/giả định/i);
    for (const column of ['Trích yếu khen thưởng', 'Chỉ số trước và sau', 'Đính chính'])
      for (const line of String(row[column] ?? '(giả định)').split('\n'))
        expect(line).toContain('(giả định)');
    expect(row['Liên hệ công khai'] ?? 'minh họa').toContain('minh họa');
    if (row['Số quyết định']) expect(row['Số quyết định']).toBe('00/QĐ-MINHHOA');
    if (Number(row['Năm']) > 2026) expect(row['Nội dung']).toContain(`Giả định ${row['Năm']}`);
  }
});
