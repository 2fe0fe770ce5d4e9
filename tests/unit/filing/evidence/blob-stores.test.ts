import { randomBytes } from 'node:crypto';
import { chooseBlobs, type EvidencePlace } from '../../../../src/filing/evidence/server/choose-blobs.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { startS3 } from '../../../fixtures/s3-server.ts';

const bytesOf = (length: number) => new Uint8Array(randomBytes(length));

for (const kind of ['postgres', 's3'] as const) {
  test(`files in ${kind}: every later read sees the bytes, an unknown key is no error`, async ({ db }) => {
    const s3 = await startS3();
    const place: EvidencePlace = kind === 's3' ? s3.bucket : kind;
    const blobs = chooseBlobs(place, db);
    for (const length of [0, 1, 5 * 1024 * 1024]) {
      const bytes = bytesOf(length);
      await blobs.put(`key ${length}`, bytes);
      // Another process reads.
      const read = await chooseBlobs(place, db).get(`key ${length}`);
      expect(read && Buffer.compare(read, bytes), `${length} bytes`).toBe(0);
    }
    const part = bytesOf(20).subarray(5, 9);
    await blobs.put('part', part);
    await blobs.put('part', part);
    expect(await blobs.get('part')).toEqual(new Uint8Array(part));
    await blobs.remove('part');
    await blobs.remove('part');
    expect(await blobs.get('part')).toBeNull();
    expect(await blobs.get('khong-co')).toBeNull();
    s3.stop();
  });
}

test('a store that refuses or is gone is an error that names no secret', async ({ db }) => {
  const s3 = await startS3();
  const wrong = chooseBlobs({ ...s3.bucket, secretAccessKey: 'bí mật sai' }, db);
  for (const call of [() => wrong.put('a', bytesOf(1)), () => wrong.get('a'), () => wrong.remove('a')]) {
    const error = await call().then(
      () => undefined,
      (fault: unknown) => fault,
    );
    expect(String(error)).toMatch(/^FileStoreError: .*403/);
    expect(String(error)).not.toContain('bí mật');
  }
  s3.stop();
  await expect(chooseBlobs(s3.bucket, db).put('a', bytesOf(1))).rejects.toThrow();
  expect(s3.held.size).toBe(0);
});
