import { z } from 'zod';
import type { Fault } from '../../../../scripts/airtable-stand-in/fault.ts';
import { requeueSetAside, usualPatience } from '../../../../src/filing/delivery/queue.ts';
import { evidenceLimits } from '../../../../src/filing/evidence/server/evidence-limits.ts';
import { eraseSubmission } from '../../../../src/filing/privacy/erase.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';
import { aFile, aPdf, aPdfOf, keep } from '../../../fixtures/evidence.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { memoryBlobs } from '../../../fixtures/memory-blobs.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const patience = { ...usualPatience, retryMs: 1 };
const cellSchema = z
  .array(z.object({ id: z.string(), url: z.url(), filename: z.string(), size: z.number(), type: z.string() }))
  .default([]);

/** Files a nomination with PDFs of these names, each with its own content. */
async function fileWith(db: Database, blobs: ReturnType<typeof memoryBlobs>, names: readonly string[]) {
  const files = evidenceLimits(db, blobs, '');
  const values: string[] = [];
  for (const [index, name] of names.entries())
    values.push(await keep(files, aFile(aPdf(`% ${index}${'x'.repeat(index)}`), name)));
  const answer = await file(
    intakeTools(db, { files }),
    goodNomination({ name: names.join(), files: values }),
  );
  return z.object({ code: z.string() }).parse(await answer.json()).code;
}

const due = (db: Database) =>
  db.query(`update evidence_files set next_attempt_at = now() where next_attempt_at > now()`);

test('files follow their row, in their order, under their names, and open at the back office', async ({
  db,
  standIn,
  staff,
}) => {
  const blobs = memoryBlobs();
  const names = ['Báo cáo <b> "số" 5.pdf', 'anh.pdf', 'anh.pdf'];
  const code = await fileWith(db, blobs, names);
  expect((await syncOnce(db, standIn, { blobs, patience })).problems).toEqual([]);
  const [row] = await staff.rows('Đề cử');
  const cell = cellSchema.parse(row?.fields['Tệp minh chứng']);
  expect(row?.fields['Mã hồ sơ']).toBe(code);
  expect(cell.map(({ filename }) => filename)).toEqual(names);
  const opened = await Promise.all(
    cell.map(async ({ url }) => Buffer.from(await (await fetch(url)).arrayBuffer())),
  );
  const held = [...blobs.held.values()].map((bytes) => Buffer.from(bytes));
  for (const [index, bytes] of opened.entries())
    expect(bytes.equals(held[index] ?? Buffer.alloc(0))).toBe(true);
  const page = await (await fetch(`${standIn.url}/bang/${encodeURIComponent('Đề cử')}`)).text();
  // The address that a program gets ends after two hours; the one on the page does not.
  expect(page).toContain(`<a href="${cell[1]?.url.split('?')[0]}">anh.pdf</a>`);
  expect(page).toContain('Báo cáo &lt;b&gt; &quot;số&quot; 5.pdf');
  // Once is enough.
  await due(db);
  await syncOnce(db, standIn, { blobs, patience });
  expect(cellSchema.parse((await staff.rows('Đề cử'))[0]?.fields['Tệp minh chứng'])).toHaveLength(3);
});

test('a file of 4 MB gets there', async ({ db, standIn, staff }) => {
  const blobs = memoryBlobs();
  const files = evidenceLimits(db, blobs, '');
  const value = await keep(files, aFile(aPdfOf(4 * 1024 * 1024), 'lon.pdf'));
  await file(intakeTools(db, { files }), goodNomination({ files: value }));
  expect((await syncOnce(db, standIn, { blobs, patience })).problems).toEqual([]);
  const cell = cellSchema.parse((await staff.rows('Đề cử'))[0]?.fields['Tệp minh chứng']);
  expect(cell).toMatchObject([{ filename: 'lon.pdf', size: 4 * 1024 * 1024 }]);
});

const faults: readonly Fault[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, html: '<h1>Bảo trì</h1>' },
  { kind: 'status', status: 429 },
  { kind: 'hang' },
  { kind: 'die-before' },
  { kind: 'die-after' },
];

for (const fault of faults) {
  const what = fault.kind === 'status' ? String(fault.status) : fault.kind;
  test(`an upload that meets ${what} is tried again: each file once, in its order, and no row waits for it`, async ({
    db,
    standIn,
    staff,
  }) => {
    const blobs = memoryBlobs();
    await fileWith(db, blobs, ['một.pdf', 'hai.pdf', 'hai.pdf']);
    let uploads = 0;
    standIn.setFault(({ path }) => {
      if (!path.endsWith('uploadAttachment')) return null;
      uploads += 1;
      return uploads === 2 ? fault : null;
    });
    const first = await syncOnce(db, standIn, { blobs, patience: usualPatience });
    expect(first.delivered).toBe(1);
    expect(cellSchema.parse((await staff.rows('Đề cử'))[0]?.fields['Tệp minh chứng']).length).toBeLessThan(3);
    await fileWith(db, blobs, ['khác.pdf']);
    await due(db);
    // After a 429 nothing may be asked for a while.
    await expect(async () => {
      await due(db);
      await syncOnce(db, standIn, { blobs, patience });
      const rows = await staff.rows('Đề cử');
      const names = rows.map(({ fields }) =>
        cellSchema.parse(fields['Tệp minh chứng']).map(({ filename }) => filename),
      );
      expect(names.toSorted()).toEqual([['khác.pdf'], ['một.pdf', 'hai.pdf', 'hai.pdf']].toSorted());
    }).toPass({ timeout: 20_000, intervals: [100] });
    await due(db);
    await syncOnce(db, standIn, { blobs, patience });
    const rows = await staff.rows('Đề cử');
    const all = rows.flatMap(({ fields }) => cellSchema.parse(fields['Tệp minh chứng']));
    expect(all).toHaveLength(4);
  });
}

test('two syncs at once send each file once', async ({ db, standIn, staff }) => {
  const blobs = memoryBlobs();
  for (let submission = 0; submission < 5; submission += 1)
    await fileWith(db, blobs, [`a${submission}.pdf`, `b${submission}.pdf`]);
  const runs = [1, 2, 3].map(() => syncOnce(db, standIn, { blobs, patience }));
  await Promise.all(runs);
  await syncOnce(db, standIn, { blobs, patience });
  const rows = await staff.rows('Đề cử');
  const names = rows.map(({ fields }) =>
    cellSchema.parse(fields['Tệp minh chứng']).map(({ filename }) => filename),
  );
  expect(names.toSorted()).toEqual([0, 1, 2, 3, 4].map((n) => [`a${n}.pdf`, `b${n}.pdf`]));
});

test('a file that is refused, or whose row or bytes are gone, is set aside and told of; the others go on', async ({
  db,
  standIn,
  staff,
}) => {
  const blobs = memoryBlobs();
  await fileWith(db, blobs, ['một.pdf', 'hai.pdf']);
  let uploads = 0;
  standIn.setFault(({ path }) => {
    uploads += Number(path.endsWith('uploadAttachment'));
    return uploads === 1 && path.endsWith('uploadAttachment') ? { kind: 'status', status: 422 } : null;
  });
  const report = await syncOnce(db, standIn, { blobs, patience });
  expect(report.problems.join()).toContain('1 files were set aside');
  const shown = async () =>
    cellSchema
      .parse((await staff.rows('Đề cử'))[0]?.fields['Tệp minh chứng'])
      .map(({ filename }) => filename);
  expect(await shown()).toEqual(['hai.pdf']);
  await requeueSetAside(db);
  await syncOnce(db, standIn, { blobs, patience });
  expect(await shown()).toEqual(['hai.pdf', 'một.pdf']);

  await fileWith(db, blobs, ['mất dòng.pdf']);
  standIn.setFault(({ path }) =>
    path.endsWith('uploadAttachment') ? { kind: 'status', status: 404, body: { error: 'NOT_FOUND' } } : null,
  );
  await syncOnce(db, standIn, { blobs, patience });
  await fileWith(db, blobs, ['mất tệp.pdf']);
  const [lost] = [...blobs.held.keys()].slice(-1);
  blobs.held.delete(lost ?? '');
  await syncOnce(db, standIn, { blobs, patience });
  const aside = async () =>
    (
      await db.query(
        'select name, last_error from evidence_files where set_aside_at is not null order by name',
      )
    ).rows;
  const lostFile = { name: 'mất tệp.pdf', last_error: 'Nội dung của tệp không còn trong kho.' };
  expect(await aside()).toEqual([
    { name: 'mất dòng.pdf', last_error: 'Dòng của hồ sơ không còn trong Airtable.' },
    lostFile,
  ]);
  standIn.setFault(null);
  await db.query(`update evidence_files set set_aside_at = now() - interval '25 hours'`);
  await syncOnce(db, standIn, { blobs, patience });
  expect(await aside(), 'a row that is back gets its file').toEqual([lostFile]);
});

test('an erased filing takes its row and its files along, sent or not', async ({ db, standIn, staff }) => {
  const blobs = memoryBlobs();
  const sent = await fileWith(db, blobs, ['đã gửi.pdf']);
  await syncOnce(db, standIn, { blobs, patience });
  const unsent = await fileWith(db, blobs, ['chưa gửi.pdf']);
  for (const code of [sent, unsent]) await eraseSubmission(db, code, 'yeu-cau');
  await syncOnce(db, standIn, { blobs, patience });
  expect(await staff.rows('Đề cử')).toEqual([]);
  expect(blobs.held.size).toBe(0);
  expect((await db.query('select 1 from evidence_files')).rowCount).toBe(0);
});
