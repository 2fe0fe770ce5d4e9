import { openingOf, readPeriods } from '../../../../src/filing/definitions/periods.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { countStored, file, intakeTools } from '../../../fixtures/intake.ts';
import { asForm, goodNomination } from '../../../fixtures/nominations.ts';

const form = 'de-cu-tap-the';
const periods = readPeriods({
  source: 'thử',
  periods: [2027, 2028].map((year) => ({
    form,
    opens: `${year}-01-04T08:00:00+07:00`,
    closes: `${year}-01-31T17:00:00+07:00`,
    meanwhile: `Chuẩn bị số liệu của năm ${year - 1}.`,
  })),
});
const at = (instant: string, id = form) => openingOf(id, new Date(instant), periods);

test('a form without a period is always open, one with periods within them to the second', () => {
  expect(at('2026-11-25T00:00:00Z', 'phan-hoi')).toEqual({ open: true, closes: null });
  expect(at('2027-01-04T00:59:59Z').open).toBe(false);
  expect(at('2027-01-04T01:00:00Z').open).toBe(true);
  expect(at('2027-01-31T09:59:59Z').open).toBe(true);
  expect(at('2027-01-31T10:00:00Z').open).toBe(false);
});

test('a closed form says when it opens next, when it closed, and what to do meanwhile', () => {
  expect(at('2027-06-01T00:00:00Z')).toEqual({
    open: false,
    opens: new Date('2028-01-04T01:00:00Z'),
    closed: new Date('2027-01-31T10:00:00Z'),
    meanwhile: 'Chuẩn bị số liệu của năm 2027.',
  });
  expect(at('2029-01-01T00:00:00Z')).toMatchObject({ open: false, opens: null });
});

test('a period that ends before it begins, or of no form, is refused', () => {
  const wrong = {
    form,
    opens: '2027-02-01T00:00:00Z',
    closes: '2027-01-01T00:00:00Z',
    meanwhile: 'Chờ thông báo.',
  };
  expect(() => readPeriods({ source: '', periods: [wrong] })).toThrow('closes');
  expect(() => readPeriods({ source: '', periods: [{ ...wrong, form: 'khac' }] })).toThrow();
});

test('a submission to a closed form is refused with 409, and the page still shows the typed answers', async ({
  db,
}) => {
  const past = readPeriods({
    source: '',
    periods: [
      { form, opens: '2026-01-01T00:00:00Z', closes: '2026-02-01T00:00:00Z', meanwhile: 'Chờ thông báo.' },
    ],
  });
  const tools = intakeTools(db, { periods: past });
  const answer = await file(tools, goodNomination());
  expect(answer.status).toBe(409);
  expect((await answer.json()).detail).toContain(
    'Đã đóng lúc 07:00 ngày 01 tháng 02 năm 2026. Chờ thông báo.',
  );
  const page = await file(tools, asForm(goodNomination({ contactName: 'Người gõ' })));
  expect(page.status).toBe(409);
  expect(await page.text()).toContain('value="Người gõ"');
  expect(await countStored(db)).toBe(0);
});
