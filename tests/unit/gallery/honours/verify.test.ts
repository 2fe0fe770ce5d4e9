import { expect, test } from '@playwright/test';
import { checkHonour } from '../../../../src/gallery/honours/check-honour.ts';
import { findHonours, readId } from '../../../../src/gallery/honours/find-honours.ts';
import { signHonours } from '../../../../src/gallery/honours/server/sign-honours.ts';
import { getVerifyPage, type VerifyTools } from '../../../../src/gallery/honours/server/verify-page.ts';
import { honourEntry, signedHonourSchema } from '../../../../src/gallery/honours/statement.ts';
import { newSigner } from '../../../fixtures/a-receipt.ts';
import { verifyJws } from '../../../fixtures/data-tools.ts';
import { inventedStory } from '../../../fixtures/story.ts';

const origin = 'https://example.gov.vn';
const entries = [
  honourEntry(inventedStory),
  { ...honourEntry(inventedStory), id: 'VD-0043', name: 'Tổ xây dựng đường số' },
];
const idsFor = (asked: string) => findHonours(entries, asked).map(({ id }) => id);

test('a code is read however it is typed', () => {
  expect(['VD-0042', 'vd42', ' vd 0042 ', 'Vd.42'].map(readId)).toEqual(Array(4).fill('VD-0042'));
  expect(['VD', '42', 'VD-x', '12/QĐ-UBND'].map(readId)).toEqual(Array(4).fill(null));
});

test('an honour is found by its decision, as people write it, and by whole words of its name', () => {
  for (const asked of ['00/QĐ-MINHHOA', 'Quyết định số 00/qd-minhhoa', 'số 00 / QĐ-MinhHoa'])
    expect(idsFor(asked)).toEqual(['VD-0042', 'VD-0043']);
  expect(idsFor('to may so hai')).toEqual(['VD-0042']);
  expect(idsFor('xây dựng')).toEqual(['VD-0043']);
  for (const none of ['may so ha', 'to', '00', 'VD-9999', '%', '']) expect(idsFor(none)).toEqual([]);
});

const signer = newSigner();
const [signed] = signHonours([inventedStory], signer, origin);
const file = JSON.stringify(signed);

test('a signed honour is checked as a file and as its signature alone, without the site', async () => {
  expect(signedHonourSchema.parse(signed).statement).toMatchObject({
    id: 'VD-0042',
    award: 'Giấy khen',
    decisionNumber: '00/QĐ-MINHHOA',
    address: 'https://example.gov.vn/d/VD-0042',
  });
  for (const brought of [file, `Chữ ký:\n${signed?.signature?.replace('.', '.\n')}`])
    expect(await checkHonour(brought, [signer.publicKey])).toMatchObject({
      kind: 'genuine',
      statement: { id: 'VD-0042' },
    });
});

test('anyone’s JOSE library verifies a signed honour with the published key, and refuses another key', async () => {
  const jws = signed?.signature ?? '';
  const { signed: statement, protectedHeader } = await verifyJws(jws, signer.publicKey);
  expect(statement).toEqual(JSON.parse(JSON.stringify(signed?.statement)));
  expect(protectedHeader).toMatchObject({ alg: 'EdDSA' });
  await expect(verifyJws(jws, newSigner().publicKey)).rejects.toThrow('verification failed');
});

test('a changed, foreign or unsigned honour is told apart', async () => {
  const kindOf = async (brought: string, keys = [signer.publicKey]) =>
    (await checkHonour(brought, keys)).kind;
  expect(await kindOf(file.replace('Tổ máy số hai', 'Tổ máy số ba'))).toBe('changed');
  expect(await kindOf(file, [newSigner().publicKey])).toBe('not-ours');
  expect(await kindOf(file, [])).toBe('no-key');
  expect(await kindOf(JSON.stringify(signHonours([inventedStory], null, origin)[0]))).toBe('unsigned');
  expect(await kindOf('xin chào')).toBe('unreadable');
  expect(signHonours([{ ...inventedStory, decisionNumber: null }], signer, origin)).toEqual([]);
});

test('a receipt is no honour, although the same key signs it', async () => {
  const receipt = signer.sign({
    v: 1,
    code: 'DN26-A',
    form: 'f',
    formVersion: '1',
    receivedAt: 'x',
    answersSha256: 'y',
  });
  expect((await checkHonour(receipt, [signer.publicKey])).kind).toBe('unreadable');
});

const page = `<html><body><input id="q"><section data-honour="confirmed" hidden><p data-honour-slot="asked"></p><ul data-honour-slot="list"></ul></section>
<section data-honour="withdrawn" hidden><ul data-honour-slot="gone"></ul></section>
<section data-honour="unknown" hidden><b data-honour-slot="asked"></b></section></body></html>`;
const row = {
  id: 'VD-0042',
  path: '/dien-hinh/to-may-so-hai/',
  published_at: new Date('2026-09-20T01:00:00Z'),
  name: 'Tổ máy số hai',
  unitName: 'Đơn vị minh họa 01',
  awardForm: 'giay-khen',
  decisionNumber: '00/QĐ-MINHHOA',
  decisionDate: '2026-09-15',
  decisionBody: 'UBND phường minh họa',
  year: 2026,
};
const withdrawn = {
  id: 'VD-0007',
  reason: 'Theo đề nghị',
  at: new Date('2026-10-05T00:00:00Z'),
  isPostponed: false,
};
const ask = async (asked: string, now: Partial<VerifyTools> = {}) => {
  const reply = await getVerifyPage(new Request(`${origin}/xac-minh/?q=${encodeURIComponent(asked)}`), {
    readPage: async () => page,
    readIndex: async () => JSON.stringify(entries),
    readPublicNow: async (ids) => (ids.includes('VD-0042') ? [row] : []),
    readWithdrawn: async (ids) => (ids.includes('VD-0007') ? [withdrawn] : []),
    readGoneDecisions: async () => [
      {
        id: 'VD-0007',
        decisionNumber: '7/QĐ-MINHHOA',
        decisionDate: null,
        decisionBody: 'UBND phường minh họa',
      },
    ],
    ...now,
  });
  expect(reply.headers.get('x-robots-tag')).toBe('noindex');
  const html = await reply.text();
  const [, shown] = /data-honour="(\w+)"(?![^>]*hidden)/.exec(html) ?? [];
  return { shown, html };
};

test('the page answers without script: confirmed, withdrawn with the reason, not ours', async () => {
  const confirmed = await ask('Tổ máy số hai');
  expect(confirmed.shown).toBe('confirmed');
  expect(confirmed.html).toContain('ngày 15 tháng 9 năm 2026');
  expect(confirmed.html).toContain('href="/api/v1/vinh-danh/VD-0042.json"');
  expect(confirmed.html).toContain('href="/api/v1/quyet-dinh/00-qd-minhhoa-2026-ubnd-phuong-minh-hoa.csv"');
  for (const asked of [
    'VD-7',
    'mã VD-0007',
    '7/QĐ–MINHHOA',
    'Quyết định số 7/QĐ-MINHHOA của UBND phường minh họa',
  ])
    expect(await ask(asked)).toMatchObject({
      shown: 'withdrawn',
      html: expect.stringContaining('Theo đề nghị'),
    });
  expect((await ask('7/QĐ-MINHHOA của UBND xã khác')).shown).toBe('unknown');
  const unknown = await ask('<b>Không có</b>');
  expect(unknown.shown).toBe('unknown');
  expect(unknown.html).not.toContain('><b>Không');
});

test('a story taken down after the build is gone at once, and its name is not told', async () => {
  const gone = await ask('Quyết định 00/QĐ-MINHHOA', {
    readPublicNow: async () => [],
    readWithdrawn: async (ids) => ids.map((id) => ({ id, reason: null, at: null, isPostponed: false })),
  });
  expect(gone.shown).toBe('withdrawn');
  expect(gone.html).not.toContain('Tổ máy');
});
