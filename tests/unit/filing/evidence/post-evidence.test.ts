import { submissionsAnHour } from '../../../../src/filing/abuse/server/submission-limit.ts';
import { maxFileBytes, readKeptFile, tokenIn } from '../../../../src/filing/definitions/uploaded-file.ts';
import { deleteUnwanted } from '../../../../src/filing/evidence/server/delete-unfiled.ts';
import { evidenceLimits } from '../../../../src/filing/evidence/server/evidence-limits.ts';
import { postEvidence } from '../../../../src/filing/evidence/server/post-evidence.ts';
import { storeFile } from '../../../../src/filing/evidence/server/store-file.ts';
import { aPhoneJpeg } from '../../../fixtures/a-picture.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { aFile, aPdf, aPdfOf, keep, postFile, uploadOf } from '../../../fixtures/evidence.ts';
import { memoryBlobs } from '../../../fixtures/memory-blobs.ts';

const address = 'http://localhost:8888/api/evidence';
const pdf = () => aFile(aPdf(), 'ke-hoach.pdf');
const remove = (token: string) =>
  new Request(address, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });

test('a file is kept under a token that nobody can guess, without the metadata of a picture', async ({
  db,
}) => {
  const blobs = memoryBlobs();
  const files = evidenceLimits(db, blobs, '192.0.2.7');
  const photo = new Uint8Array(await aPhoneJpeg(60, 40));
  const value = await keep(files, aFile(photo, '../ảnh\u202e <b>.jpg'));
  const kept = readKeptFile(value);
  expect(kept?.name).toBe('ảnh <b>.jpg');
  expect(kept?.token).toMatch(/^[\w-]{43}$/);
  const days = ((kept?.until.getTime() ?? 0) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(1.9);
  expect(days).toBeLessThanOrEqual(2);
  const [bytes] = [...blobs.held.values()];
  expect(blobs.held.size).toBe(1);
  expect(Buffer.from(bytes ?? []).includes('SECRET')).toBe(false);
  expect(bytes?.length).toBe(kept?.bytes);
  const { rows } = await db.query('select * from evidence_files');
  expect(JSON.stringify(rows)).not.toContain(kept?.token ?? '');
  expect([...blobs.held.keys()]).toEqual(rows.map(({ id }) => id));
});

test('an unacceptable file is refused with a reason and not stored', async ({ db }) => {
  const blobs = memoryBlobs();
  const files = evidenceLimits(db, blobs, '');
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    postEvidence(new Request(address, { method: 'POST', body, headers }), files);
  expect((await postFile(files, aFile(aPdfOf(maxFileBytes + 1), 'a.pdf'))).status).toBe(413);
  expect((await postFile(files, aFile(aPdfOf(maxFileBytes + 100_000), 'a.pdf'))).status).toBe(413);
  expect((await postFile(files, aFile(new Uint8Array([77, 90]), 'a.pdf'))).status).toBe(415);
  expect((await postFile(files, aFile(aPdf().slice(0, 90), 'a.pdf'))).status).toBe(422);
  expect((await postFile(files, pdf(), 'phan-hoi')).status).toBe(404);
  expect((await postFile(files, pdf(), 'la-lung')).status).toBe(404);
  expect((await post(new FormData())).status).toBe(404);
  expect((await post('x', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(400);
  expect((await post('{}', { 'content-type': 'application/json' })).status).toBe(415);
  expect((await post(new FormData(), { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await postEvidence(new Request(address), files)).status).toBe(405);
  const closed = {
    ...files,
    periods: [
      { form: 'ap-dung' as const, opens: new Date(0), closes: new Date(1), meanwhile: 'Chờ đợt sau.' },
    ],
  };
  expect((await postEvidence(await uploadOf(pdf(), 'ap-dung'), closed)).status).toBe(409);
  expect(blobs.held.size).toBe(0);
  const answer = await postFile(files, aFile(new Uint8Array([77, 90]), 'a.pdf'));
  expect(answer.headers.get('content-type')).toContain('problem+json');
  expect((await answer.json()).detail).toContain('Chỉ nhận tệp PDF');
});

test('a file of 4 MB passes the platform: its request in base64 is under 6 MB', async ({ db }) => {
  const request = await uploadOf(aFile(aPdfOf(maxFileBytes), `${'ế'.repeat(100)}.pdf`));
  const sent = await request.clone().arrayBuffer();
  expect(Math.ceil(sent.byteLength / 3) * 4).toBeLessThan(6 * 1024 * 1024 - 256 * 1024);
  const answer = await postEvidence(request, evidenceLimits(db, memoryBlobs(), ''));
  expect(answer.status).toBe(201);
});

test('an address may upload so many files an hour, apart from its submissions', async ({ db }) => {
  const files = evidenceLimits(db, memoryBlobs(), '192.0.2.9');
  await keep(files, pdf());
  await db.query('update filing_counts set filings = $1', [submissionsAnHour]);
  const answer = await postFile(files, pdf());
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('60');
  const { rows } = await db.query('select count(*)::int as counted from filing_counts');
  expect(rows).toEqual([{ counted: 1 }]);
});

test('the token removes its file; removing twice is no error, and the next run deletes the bytes', async ({
  db,
}) => {
  const blobs = memoryBlobs();
  const files = evidenceLimits(db, blobs, '');
  const token = tokenIn(await keep(files, pdf()));
  await keep(files, pdf());
  expect((await postEvidence(remove('x'.repeat(43)), files)).status).toBe(204);
  expect((await postEvidence(remove('x'), files)).status).toBe(404);
  expect((await postEvidence(remove(token), files)).status).toBe(204);
  expect((await postEvidence(remove(token), files)).status).toBe(204);
  expect(await deleteUnwanted(db, blobs)).toBe(1);
  expect(blobs.held.size).toBe(1);
  expect((await db.query('select 1 from evidence_files')).rowCount).toBe(1);
});

test('an upload that nobody files is deleted after two days, not before', async ({ db }) => {
  const blobs = memoryBlobs();
  const files = evidenceLimits(db, blobs, '');
  await keep(files, pdf());
  await db.query(`update evidence_files set uploaded_at = now() - interval '47 hours'`);
  expect(await deleteUnwanted(db, blobs)).toBe(0);
  await db.query(`update evidence_files set uploaded_at = now() - interval '49 hours'`);
  expect(await deleteUnwanted(db, blobs, new Date(Date.now() - 1)), 'a run that is out of time').toBe(0);
  expect(await deleteUnwanted(db, blobs)).toBe(1);
  expect(blobs.held.size).toBe(0);
});

test('a cut between row and bytes, or after them, leaves nothing that can be filed and nothing behind', async ({
  db,
}) => {
  const blobs = memoryBlobs();
  const withinLimit = async () => true;
  const die = () => Promise.reject(new Error('cut off'));
  const before = { ...blobs, put: die };
  const after = {
    ...blobs,
    put: async (...put: Parameters<typeof blobs.put>) => blobs.put(...put).then(die),
  };
  for (const cut of [before, after])
    await expect(storeFile({ db, blobs: cut, withinLimit }, 'ap-dung', pdf())).rejects.toThrow('cut off');
  expect(blobs.held.size).toBe(1);
  expect((await db.query('select 1 from evidence_files where stored_at is not null')).rowCount).toBe(0);
  const answer = await postFile({ ...evidenceLimits(db, before, '') }, pdf());
  expect(answer.status).toBe(503);
  await db.query(`update evidence_files set uploaded_at = now() - interval '3 days'`);
  // The job that deletes is cut off, too: the next one goes on.
  await expect(deleteUnwanted(db, { ...blobs, remove: die })).rejects.toThrow('cut off');
  await deleteUnwanted(db, blobs);
  expect(blobs.held.size).toBe(0);
  expect((await db.query('select 1 from evidence_files')).rowCount).toBe(0);
});
