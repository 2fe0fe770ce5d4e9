import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import { deleteUnwanted } from '../../../../src/filing/evidence/server/delete-unfiled.ts';
import { evidenceLimits } from '../../../../src/filing/evidence/server/evidence-limits.ts';
import { netlifyBlobs } from '../../../../src/filing/evidence/server/netlify-blobs.ts';
import { startBlobs } from '../../../fixtures/blobs.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { aFile, aPdf, aPdfOf, keep, uploadOf } from '../../../fixtures/evidence.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { uploadPoints } from '../../../fixtures/kill/points.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

// Real processes, a real PostgreSQL, the platform's own emulator of blobs over HTTP.

const blobsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /^[\da-f]{64}$/.test(entry.name))
    .map(({ name }) => name);

test('an upload killed at any point: no blob without a row, no file to be filed that is not whole, all gone in two days', async ({
  db,
  databaseUrl,
}) => {
  const folder = await temporaryFolder();
  const store = await startBlobs(folder.path);
  process.env.NETLIFY_BLOBS_CONTEXT = store.context;
  const upload = async (point?: string) => {
    const child = fork(
      'tests/fixtures/kill/evidence-process.ts',
      point ? [databaseUrl, point] : [databaseUrl],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      },
    );
    const [port] = await once(child, 'message');
    const request = await uploadOf(aFile(aPdfOf(2 * 1024 * 1024), 'ke-hoach.pdf'));
    const sent = { method: 'POST', body: await request.arrayBuffer(), headers: request.headers };
    const status = await fetch(`http://127.0.0.1:${z.number().parse(port)}/api/evidence`, sent).then(
      (answer) => answer.status,
      () => null,
    );
    child.kill('SIGKILL');
    return status;
  };
  for (const point of uploadPoints) {
    await test.step(point, async () => {
      const status = await upload(point);
      expect(status).toBe(point === 'the reply was sent' ? 201 : null);
      const { rows } = await db.query<{ id: string; whole: boolean }>(
        'select id, stored_at is not null as whole from evidence_files',
      );
      const held = await blobsIn(folder.path);
      for (const name of held) expect(rows.map(({ id }) => id)).toContain(name);
      for (const { id, whole } of rows)
        if (whole) expect((await netlifyBlobs.get(id))?.length).toBe(2 * 1024 * 1024);
    });
  }
  expect((await blobsIn(folder.path)).length).toBeGreaterThan(1);
  expect(await upload()).toBe(201);
  await db.query(`update evidence_files set uploaded_at = now() - interval '3 days'`);
  await deleteUnwanted(db, netlifyBlobs);
  expect(await blobsIn(folder.path)).toEqual([]);
  expect((await db.query('select 1 from evidence_files')).rowCount).toBe(0);
  await store.stop();
  await folder.remove();
});

test('blobs out of reach: an upload fails in time, and a submission whose files are kept already is taken', async ({
  db,
}) => {
  const folder = await temporaryFolder();
  const store = await startBlobs(folder.path);
  process.env.NETLIFY_BLOBS_CONTEXT = store.context;
  const files = evidenceLimits(db, netlifyBlobs, '');
  const value = await keep(files, aFile(aPdf(), 'a.pdf'));
  await store.stop();
  await expect(files.keep('de-cu-tap-the', aFile(aPdf(), 'b.pdf'))).rejects.toThrow();
  // A submission needs its files' rows alone: it is taken while the bytes are out of reach.
  const answer = await file(intakeTools(db, { files }), goodNomination({ files: value }));
  expect(answer.status).toBe(201);
  await folder.remove();
});
