import { generateKeyPairSync } from 'node:crypto';
import { signerOf } from '../../../src/filing/receipts/signing/server/signer.ts';
import { checkNotice } from '../../../src/progress/comments/check-notice.ts';
import { contentOf } from '../../../src/progress/comments/content.ts';
import { getNotice } from '../../../src/progress/comments/server/answer-notice.ts';
import { contentDigest } from '../../../src/progress/comments/server/content-digest.ts';
import { noteShownCases, readShownVersions } from '../../../src/progress/comments/server/shown.ts';
import { allCases, begunCases } from '../../../src/vocabulary/comment-cases.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { aList } from '../../fixtures/comment-lists.ts';
import { expect, test } from '../../fixtures/picture-server.ts';

test.afterEach(() => followRows([]));

const dayMs = 86_400_000;
const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
const signer = signerOf(Buffer.from(key).toString('base64'));

const served = () =>
  Buffer.from(
    JSON.stringify(
      begunCases(new Date()).map((one) => ({ id: one.id, digest: contentDigest(contentOf(one, [])) })),
    ),
  );

test('a proof holds what the public site was seen to show, checks true, and no changed letter passes', async ({
  db,
  pictures,
}) => {
  const now = () => new Date();
  const tools = () => ({
    readVersions: (id: string) => readShownVersions(db, id),
    signer,
    siteUrl: 'https://thidua.example',
    now: now(),
  });
  const get = (name: string) =>
    getNotice(new Request(`https://thidua.example/api/v1/lay-y-kien/${name}`), name, tools());
  const keys = signer ? [{ kid: signer.publicKey.kid, x: signer.publicKey.x }] : [];

  followRows([aList({ opensAt: new Date(Date.now() + dayMs) })]);
  pictures.answers.set('/lay-y-kien/dang-hien.json', Buffer.from('[]'));
  await noteShownCases(db, pictures.url, now());
  expect((await get('2026-dot-1.pdf')).status).toBe(404);

  // Open, but the build that shows it is not served yet: nothing was seen, nothing is proved.
  followRows([aList()]);
  await noteShownCases(db, pictures.url, now());
  expect((await get('2026-dot-1.pdf')).status).toBe(404);

  pictures.answers.set('/lay-y-kien/dang-hien.json', served());
  await noteShownCases(db, pictures.url, now());
  await noteShownCases(db, pictures.url, now());
  expect(await readShownVersions(db, '2026-dot-1')).toMatchObject([{ times: 1 }]);

  // Staff correct a name while the list is up: both versions stand in the proof.
  followRows([aList({ name: 'Danh sách thử đợt 1, đã sửa' })]);
  pictures.answers.set('/lay-y-kien/dang-hien.json', served());
  await noteShownCases(db, pictures.url, now());
  const json = await (await get('2026-dot-1.json')).text();
  expect(JSON.parse(json)).toMatchObject({
    statement: {
      id: '2026-dot-1',
      earlierVersions: 1,
      address: 'https://thidua.example/lay-y-kien/2026-dot-1/',
    },
    content: {
      name: 'Danh sách thử đợt 1, đã sửa',
      list: [
        ['STT', 'Họ và tên', 'Đơn vị'],
        ['1', 'Người thử Một', 'Đơn vị thử'],
      ],
    },
  });
  const answer = await get('2026-dot-1.pdf');
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const pdf = await answer.text();
  for (const brought of [json, pdf])
    expect(await checkNotice(brought, keys)).toMatchObject({
      kind: 'genuine',
      statement: { name: 'Danh sách thử đợt 1, đã sửa' },
    });
  expect(await checkNotice(json.replace('Người thử Một', 'Người thử Hai'), keys)).toEqual({
    kind: 'changed',
  });
  expect(await checkNotice(json.replace('"earlierVersions": 1', '"earlierVersions": 0'), keys)).toEqual({
    kind: 'changed',
  });
  expect(await checkNotice(json, [])).toEqual({ kind: 'no-key' });
  expect(await checkNotice('{}', keys)).toEqual({ kind: 'unreadable' });
  expect((await get('khac.pdf')).status).toBe(404);
  expect(allCases()).toHaveLength(1);
});
