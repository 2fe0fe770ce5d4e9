import { unzipSync } from 'fflate';
import {
  countSubmission,
  type SenderCount,
  senderAt,
  submissionsAnHour,
} from '../../../../src/filing/abuse/server/submission-limit.ts';
import { type DossierTools, postDossier } from '../../../../src/filing/dossier/server/post-dossier.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { openPaper } from '../../../fixtures/dossier.ts';
import { asForm, goodNomination } from '../../../fixtures/nominations.ts';

const tools = (changes: Partial<DossierTools> = {}): DossierTools => ({
  withinLimit: async () => true,
  readPage: async () => formPage,
  ...changes,
});

const formPage = `<!doctype html><html lang="vi"><head><title>Đề cử</title></head><body><form data-form>
<div data-error-summary hidden><h2 data-summary-title></h2><p data-summary-detail></p><ul data-summary-list></ul></div>
<div data-field="periodFrom"><p data-error hidden></p><input id="periodFrom" name="periodFrom"></div>
<div data-field="name"><p data-error hidden></p><input id="name" name="name"></div>
</form></body></html>`;

function ask(
  answers: Record<string, unknown> | URLSearchParams,
  {
    headers = {},
    form = 'de-cu-tap-the',
    ...changes
  }: Partial<DossierTools> & { headers?: Record<string, string>; form?: string } = {},
) {
  const isForm = answers instanceof URLSearchParams;
  const request = new Request(`http://localhost:8888/api/dossier/${form}`, {
    method: 'POST',
    headers: isForm ? headers : { 'content-type': 'application/json', ...headers },
    body: isForm ? answers : JSON.stringify(answers),
  });
  return postDossier(request, form, tools(changes));
}

test('a browser gets a ZIP of three papers, before any box is ticked', async () => {
  const answers = goodNomination({
    attest: undefined,
    contactConsent: undefined,
    nomineeConsent: undefined,
    storageNotice: undefined,
  });
  const answer = await ask(asForm(answers));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('Tập thể thử'));
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  expect(Object.keys(files).sort()).toEqual([
    '0-ghi-chu-cho-nguoi-soan.docx',
    '1-to-trinh.docx',
    '2-bao-cao-thanh-tich.docx',
    '3-bien-ban-xet.docx',
  ]);
  for (const [name, bytes] of Object.entries(files).filter(([each]) => !each.startsWith('0-')))
    expect(openPaper(bytes).text, name).toContain('Tập thể thử');
});

test('JSON gets the same, from as few answers as there are', async () => {
  for (const form of ['de-cu-tap-the', 'de-cu-ca-nhan']) {
    const answer = await ask({}, { form });
    expect(answer.status).toBe(200);
    expect(Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))).toHaveLength(4);
  }
});

test('missing answers become slots; wrong answers, and only these, give 422', async () => {
  const answer = await ask({
    name: 'x'.repeat(201),
    periodFrom: 'mai',
    contactEmail: 'không phải thư',
    attest: 'lạ',
    criteriaGroup: 'co-quan',
    criteria: ['iii-1-3-1'],
    indicators: [{ before: '5' }],
  });
  expect(answer.status).toBe(422);
  const { errors } = await answer.json();
  expect(errors.map(({ field }: { field: string }) => field)).toEqual([
    'contactEmail',
    'name',
    'criteria',
    'periodFrom',
    'indicators.0.name',
  ]);
});

test('a browser with a wrong answer gets its page back with what was typed', async () => {
  const answer = await ask(asForm(goodNomination({ periodFrom: 'mai', name: 'Tập thể "thử"' })));
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('Có 1 chỗ cần sửa');
  expect(html).toContain('value="mai"');
  expect(html).toContain('Tập thể &quot;thử&quot;');
});

test('other forms, methods, bodies and sites are refused as the forms refuse them', async () => {
  const get = await postDossier(new Request('http://localhost:8888/api/dossier/x'), 'de-cu-tap-the', tools());
  const answers = await Promise.all([
    ask({}, { form: 'phan-hoi' }),
    get,
    ask({}, { headers: { origin: 'https://example.com' } }),
    ask({ achievements: 'x'.repeat(70_000) }),
    ask({}, { headers: { 'content-type': 'text/plain', accept: 'application/json' } }),
    ask({}, { withinLimit: async () => false }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 405, 403, 413, 415, 429]);
  expect(get.headers.get('allow')).toBe('POST');
  expect(answers.at(-1)?.headers.get('retry-after')).toBe('60');
  for (const answer of answers) expect(await answer.json()).toMatchObject({ status: answer.status });
});

test('a browser that drafts without end is stopped on its page, and can still file', async ({ db }) => {
  const now = new Date('2026-11-22T10:30:00Z');
  const within = (counted: SenderCount) => countSubmission(db, senderAt(db, '192.0.2.1', now, counted));
  await Promise.all(Array.from({ length: submissionsAnHour }, () => within('dossiers')));
  const answer = await ask(asForm({ name: 'Còn nguyên' }), {
    withinLimit: () => within('dossiers'),
  });
  expect(answer.status).toBe(429);
  expect(await answer.text()).toContain('value="Còn nguyên"');
  expect(await within('submissions')).toBe(true);
});

test('a fault answers 503 with the answers kept, and logs none of them', async () => {
  const logged: unknown[] = [];
  const loud = console.error;
  console.error = (...words: unknown[]) => logged.push(words);
  const withinLimit = async () => {
    throw new Error('connection refused');
  };
  const answer = await ask(asForm({ name: 'Tên riêng' }), { withinLimit });
  console.error = loud;
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('value="Tên riêng"');
  expect(JSON.stringify(logged)).toContain('connection refused');
  expect(JSON.stringify(logged)).not.toContain('Tên riêng');
});
