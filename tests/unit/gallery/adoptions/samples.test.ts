import { expect, test } from '@playwright/test';
import { sampleAdoptions } from '../../../../scripts/airtable-stand-in/samples/adoptions.ts';
import { sampleModels } from '../../../../scripts/airtable-stand-in/samples/models.ts';
import { adoptions } from '../../../../src/back-office/airtable/columns.ts';
import { readAdoptionRow } from '../../../../src/gallery/adoptions/record.ts';

const fieldOf = new Map(adoptions.columns.map(({ name, field }) => [name, field]));

test('every sample adoption is of a sample model, can be shown, and cannot be taken for real', () => {
  for (const row of sampleAdoptions) {
    const cells = Object.fromEntries(
      Object.entries(row).map(([column, cell]) => [fieldOf.get(column) ?? column, cell]),
    );
    expect(readAdoptionRow({ recordId: 'rec', cells })).toMatchObject({ fate: 'shown', sample: true });
    expect(sampleModels.map(({ code }) => code)).toContain(row['Mã mô hình']);
    expect(row['Đơn vị áp dụng']).toMatch(/minh họa/);
    if (row['Kết quả đến nay']) expect(row['Kết quả đến nay']).toContain('giả định');
  }
});
