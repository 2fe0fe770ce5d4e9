import { generateKeyPairSync } from 'node:crypto';
import { signerOf } from '../../../src/filing/receipts/signing/server/signer.ts';
import type { Database } from '../../../src/platform/postgres.ts';
import { checkNotice } from '../../../src/progress/comments/check-notice.ts';
import { contentOf } from '../../../src/progress/comments/content.ts';
import { getNotice } from '../../../src/progress/comments/server/answer-notice.ts';
import { contentDigest } from '../../../src/progress/comments/server/content-digest.ts';
import { readShownVersions } from '../../../src/progress/comments/server/shown.ts';
import { begunCases } from '../../../src/vocabulary/comment-cases.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { expect, syncOnce, test } from '../../fixtures/back-office.ts';
import { listRow, listTable, pageNow, today, wordsOf } from '../../fixtures/held-list.ts';
import { file, intakeTools } from '../../fixtures/intake.ts';

test.afterEach(() => followRows([]));

const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
const signer = signerOf(Buffer.from(key).toString('base64'));
const keys = signer ? [{ kid: signer.publicKey.kid, x: signer.publicKey.x }] : [];

const noticeOf = async (db: Database, kind: 'pdf' | 'json') =>
  getNotice(
    new Request(`https://thidua.example/api/v1/lay-y-kien/2026-dot-1.${kind}`),
    `2026-dot-1.${kind}`,
    {
      readVersions: (id) => readShownVersions(db, id),
      signer,
      siteUrl: 'https://thidua.example',
      now: new Date(),
    },
  );

/** The site was seen to show the list. */
async function noteSeen(db: Database): Promise<void> {
  const [one] = begunCases(new Date());
  if (!one) throw new Error('No list.');
  const content = contentOf(one, []);
  await db.query('insert into comment_pages (id, digest, content) values ($1, $2, $3)', [
    one.id,
    contentDigest(content),
    JSON.stringify(content),
  ]);
}

test('a list whose row was deleted stays with its proof, staff are told, and a row typed anew takes its place', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(listTable, listRow());
  await syncOnce(db, standIn);
  await noteSeen(db);
  const open = pageNow();
  await staff.remove(listTable, id);
  await syncOnce(db, standIn);
  expect(pageNow()).toEqual(open);
  expect((await noticeOf(db, 'pdf')).status).toBe(200);
  const matters = await staff.rows('Vận hành');
  expect(JSON.stringify(matters)).toContain('hàng của đợt “2026-dot-1” đã bị xóa');
  await staff.create(listTable, { 'Mã đợt': '2026-dot-1', 'Lý do rút': 'Nộp nhầm bản.' });
  await syncOnce(db, standIn);
  expect(pageNow()?.standing).toBe('taken-off');
});

test('a list is taken off by its reason alone: the page and the proof say it, without a name, and it never comes back', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(listTable, listRow());
  await syncOnce(db, standIn);
  await noteSeen(db);
  await staff.change(listTable, id, { 'Lý do rút': '[điền: lý do]' });
  await syncOnce(db, standIn);
  expect(pageNow()?.standing).toBe('open');
  expect(wordsOf((await staff.rows(listTable))[0]?.fields)).toContain('“Lý do rút”');
  await staff.change(listTable, id, { 'Lý do rút': 'Có người xin rút tên.' });
  await syncOnce(db, standIn);
  const [told] = await staff.rows(listTable);
  expect(told?.fields['Tình hình']).toContain('Đã rút xuống');
  expect(wordsOf(told?.fields)).toBe('');
  expect(JSON.stringify(begunCases(new Date()))).not.toMatch(/Người thử|Tặng thưởng/);
  const comment = {
    submissionKey: crypto.randomUUID(),
    case: '2026-dot-1',
    stance: 'khac',
    content: 'Thử.',
    attest: true,
    storageNotice: true,
  };
  const late = await file(intakeTools(db), comment, {}, 'gop-y');
  expect(late.status).toBe(409);

  const json = await (await noticeOf(db, 'json')).text();
  expect(json).not.toContain('Người thử');
  const genuine = {
    kind: 'genuine',
    statement: { takenOff: { on: today(), reason: 'Có người xin rút tên.' } },
  };
  expect(await checkNotice(json, keys)).toMatchObject(genuine);
  expect(await checkNotice(await (await noticeOf(db, 'pdf')).text(), keys)).toMatchObject(genuine);
  expect(await checkNotice(json.replace('xin rút', 'xin bỏ'), keys)).toEqual({ kind: 'changed' });

  await staff.change(listTable, id, { 'Lý do rút': null });
  await syncOnce(db, standIn);
  expect(pageNow()?.standing).toBe('taken-off');
  expect(wordsOf((await staff.rows(listTable))[0]?.fields)).toContain('không đăng lại');
});
