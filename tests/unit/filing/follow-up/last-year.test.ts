import { baoCaoNam } from '../../../../src/filing/definitions/bao-cao-nam.ts';
import { lastYearPage } from '../../../../src/filing/follow-up/last-year-page.ts';
import { findSubmission } from '../../../../src/filing/receipts/server/open-submission.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { exampleAnswers } from '../../../fixtures/example-answers.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

/** The form as far as last year's answers are put into it. */
const page = `<!doctype html><html lang="vi"><head><title>Báo cáo năm</title></head><body><h1>Báo cáo năm</h1><div class="before-form"></div><form data-form>
<div data-field="year"><p data-error hidden></p><select id="year" name="year"><option value="2026">2026</option><option value="2027">2027</option></select></div>
<div data-field="models"><label for="models">Số</label><p data-error hidden></p><input id="models" name="models" aria-describedby="models-error"></div>
<div data-field="carriedOut"><p data-error hidden></p><textarea id="carriedOut" name="carriedOut"></textarea></div>
<div data-field="contactName"><p data-error hidden></p><input id="contactName" name="contactName"></div>
<div data-field="attest"><input type="checkbox" id="attest" name="attest"></div>
</form></body></html>`;

async function reported(db: Database, changes: Record<string, unknown> = {}): Promise<string> {
  const answers = exampleAnswers(baoCaoNam, {
    year: '2026',
    models: '12',
    carriedOut: 'Dòng một <b>đậm</b>.\nDòng hai.',
    contactName: 'Người liên hệ thử',
    ...changes,
  });
  const answer = await file(intakeTools(db), answers, {}, 'bao-cao-nam');
  return JSON.parse(await answer.text()).code;
}

const ask = (db: Database, query: Record<string, string>) =>
  lastYearPage(new Request(`http://localhost/bao-cao-nam/nam-truoc/?${new URLSearchParams(query)}`), {
    find: (code) => findSubmission(db, code),
    keys: receiptKeys(db),
    readPage: async () => page,
  });

test('last year stands beside the questions; its boxes are empty, its consents are asked anew, its year is the next', async ({
  db,
}) => {
  const code = await reported(db);
  const answer = await ask(db, { ma: code, khoa: receiptKeys(db).of(code) });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('x-robots-tag')).toBe('noindex');
  const html = await answer.text();
  expect(html).toContain('Năm 2026 đã báo cáo: 12');
  expect(html).toMatch(/id="models"[^>]*aria-describedby="models-error models-last-year"/);
  expect(html).not.toMatch(/<input[^>]*value=[^>]*id="models"/);
  expect(html).toContain('<p>Dòng một &lt;b&gt;đậm&lt;/b&gt;.</p><p>Dòng hai.</p>');
  expect(html).toMatch(/<option selected value="2027"/);
  expect(html).toMatch(/value="Người liên hệ thử" id="contactName"/);
  expect(html).not.toContain('checked');
  expect(html).not.toContain('attest-last-year');
});

for (const [what, query] of [
  ['no key', {}],
  ['a wrong key', { khoa: 'x'.repeat(43) }],
] as const) {
  test(`with ${what} nothing of the report is shown, and the page that opens it is`, async ({ db }) => {
    const code = await reported(db);
    const answer = await ask(db, { ma: code, ...query });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/bo-sung/?den=nam-truoc&ma=${code}`);
  });
}

test('a nomination is no report of last year', async ({ db }) => {
  const filed = await file(intakeTools(db), goodNomination());
  const { code } = JSON.parse(await filed.text());
  const answer = await ask(db, { ma: code, khoa: receiptKeys(db).of(code) });
  expect(answer.headers.get('location')).toBe('/bao-cao-nam/');
});

test('after the last year of the movement no year is chosen beforehand', async ({ db }) => {
  const code = await reported(db, { year: '2030' });
  const html = await (await ask(db, { ma: code, khoa: receiptKeys(db).of(code) })).text();
  expect(html).toContain('Năm 2030 đã báo cáo');
  expect(html).not.toContain('selected');
});
