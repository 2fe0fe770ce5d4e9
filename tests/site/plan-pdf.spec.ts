import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { planPdfPath } from '../../src/plan/clause-json.ts';
import { planPdf } from '../../src/plan/pdf/plan-pdf.ts';
import { planDocument } from '../../src/plan/schema.ts';
import { builtSite } from '../fixtures/addresses.ts';
import { clausesOfPlan } from '../unit/plan/plan-files.ts';

test('the site publishes the PDF that the unit tests read, and the plan page leads to it', async ({
  page,
}) => {
  const published = readFileSync(new URL(`../../${builtSite}${planPdfPath}`, import.meta.url));
  expect(published.equals(planPdf(planDocument, clausesOfPlan))).toBe(true);
  await page.goto('/ke-hoach/');
  await expect(page.getByRole('link', { name: 'Tải bản PDF' })).toHaveAttribute('href', planPdfPath);
});
