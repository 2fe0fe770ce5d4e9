import { tokenIn } from '../../../../src/filing/definitions/uploaded-file.ts';
import { deleteUnwanted } from '../../../../src/filing/evidence/server/delete-unfiled.ts';
import { postEvidence } from '../../../../src/filing/evidence/server/post-evidence.ts';
import { askedAgain } from '../../../../src/filing/follow-up/information-request.ts';
import { findStatus } from '../../../../src/filing/intake/store.ts';
import { eraseSubmission } from '../../../../src/filing/privacy/erase.ts';
import { exportSubmission } from '../../../../src/filing/privacy/export.ts';
import {
  receiptFilePath,
  receiptKeys,
  statusPath,
} from '../../../../src/filing/receipts/server/receipt-key.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { again, answerRequest, expect, supplementByHand, test } from '../../../fixtures/asked-for-files.ts';
import { syncOnce } from '../../../fixtures/back-office.ts';
import { keep, postFile, uploadOf } from '../../../fixtures/evidence.ts';
import { filedFiles, pdf, valuesOn } from '../../../fixtures/evidence-intake.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const keyOf = (db: Database, code: string) => receiptKeys(db).of(code);

test('new files join those of the submission, and follow them to the same row', async ({
  db,
  standIn,
  staff,
  asked: of,
}) => {
  expect(await askedAgain(db, of.code)).toMatchObject({ asked: ['achievements', 'files'] });
  const files = [await keep(of.files, pdf('mới.pdf', '% 1')), await keep(of.files, pdf('nữa.pdf', '% 22'))];
  const reply = await answerRequest(db, of, { ...again, files });
  expect([reply.status, await reply.json()]).toEqual([
    201,
    {
      code: of.code,
      receiptUrl: statusPath(of.code, keyOf(db, of.code)),
      proofUrl: receiptFilePath(of.code, keyOf(db, of.code), 'pdf'),
    },
  ]);
  expect(await filedFiles(db)).toEqual(
    ['cũ.pdf', 'mới.pdf', 'nữa.pdf'].map((name, at) => ({ name, code: of.code, place: at + 1 })),
  );
  const { rows } = await db.query('select answers, state from submissions');
  expect(rows[0]).toMatchObject({
    state: 'da-bo-sung',
    answers: { ...again, files: [{ name: 'cũ.pdf' }, { name: 'mới.pdf' }, { name: 'nữa.pdf' }] },
  });
  await syncOnce(db, standIn, { blobs: of.blobs });
  const [row] = await staff.rows('Đề cử');
  expect(row?.fields['Tệp minh chứng']).toMatchObject(
    ['cũ.pdf', 'mới.pdf', 'nữa.pdf'].map((filename) => ({ filename })),
  );
});

test('a retry with the same key stores nothing twice and gets the same reply', async ({ db, asked: of }) => {
  const body = {
    ...again,
    files: [await keep(of.files, pdf('mới.pdf', '% 1'))],
    submissionKey: crypto.randomUUID(),
  };
  const replies = [await answerRequest(db, of, body), await answerRequest(db, of, body)];
  expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  expect(await replies[1]?.json()).toMatchObject({ receiptUrl: statusPath(of.code, keyOf(db, of.code)) });
  expect((await db.query('select 1 from supplements')).rowCount).toBe(1);
  expect(await filedFiles(db)).toHaveLength(2);
  const other = await answerRequest(db, of, { ...body, submissionKey: crypto.randomUUID() });
  expect(other.status).toBe(404);
});

test('of two supplements at the same moment one is stored; the files of the other stay free', async ({
  db,
  asked: of,
}) => {
  const bodies = await Promise.all(
    ['một.pdf', 'hai.pdf'].map(async (name) => ({
      ...again,
      files: [await keep(of.files, pdf(name, `% ${name}`))],
    })),
  );
  const replies = await Promise.all(bodies.map((body) => answerRequest(db, of, body)));
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 404]);
  expect(await filedFiles(db)).toHaveLength(2);
});

test('without script files are kept while another answer is mended, and filed with it', async ({
  db,
  asked: of,
}) => {
  const first = await answerRequest(db, of, supplementByHand({ achievements: '' }, pdf('mới.pdf', '% 1')));
  expect(first.status).toBe(422);
  const [value = ''] = valuesOn(await first.text());
  expect(value).toContain('mới.pdf');
  const paused = await answerRequest(
    db,
    of,
    supplementByHand({ files: value, keepFiles: '1' }, pdf('nữa.pdf', '% 22')),
  );
  expect(paused.status).toBe(200);
  const html = await paused.text();
  expect(html).toContain('Chưa gửi. Nội dung');
  expect(await findStatus(db, of.code)).toMatchObject({ state: 'yeu-cau-bo-sung' });
  const done = await answerRequest(db, of, supplementByHand({ ...again, files: valuesOn(html) }));
  expect(done.headers.get('location')).toBe(statusPath(of.code, keyOf(db, of.code)));
  expect((await filedFiles(db)).map(({ name }) => name)).toEqual(['cũ.pdf', 'mới.pdf', 'nữa.pdf']);
});

test('files that are asked for are not left out, of another kind, gone, or another filing’s', async ({
  db,
  asked: of,
}) => {
  const errors = async (body: FormData | Record<string, unknown>) => {
    const reply = await answerRequest(db, of, body);
    expect(reply.status).toBe(422);
    return body instanceof FormData ? reply.text() : (await reply.json()).errors;
  };
  expect(await errors(again)).toMatchObject([{ field: 'files', message: /^Chọn ít nhất một tệp/ }]);
  expect(await errors(supplementByHand(again, new File(['MZ'], 'máy.exe')))).toContain('máy.exe');
  const out = await keep(of.files, pdf('bỏ.pdf', '% 1'));
  await of.files.remove(tokenIn(out));
  expect(await errors({ ...again, files: [out] })).toMatchObject([{ message: /không còn được giữ/ }]);
  const taken = await keep(of.files, pdf('khác.pdf', '% 22'));
  await file(intakeTools(db, { files: of.files }), goodNomination({ name: 'Khác', files: [taken] }));
  expect(await errors({ ...again, files: [taken] })).toMatchObject([{ message: /hồ sơ khác/ }]);
  expect((await db.query('select 1 from supplements')).rowCount).toBe(0);
});

test('they are exported and erased with their submission', async ({ db, asked: of }) => {
  await answerRequest(db, of, { ...again, files: [await keep(of.files, pdf('mới.pdf', '% 1'))] });
  expect(await exportSubmission(db, of.code)).toMatchObject({
    files: [{ name: 'cũ.pdf' }, { name: 'mới.pdf' }],
    supplements: [{ answers: { files: [{ name: 'cũ.pdf' }, { name: 'mới.pdf' }] } }],
  });
  await eraseSubmission(db, of.code, 'yeu-cau');
  await deleteUnwanted(db, of.blobs);
  expect(of.blobs.held.size).toBe(0);
});

test('a closed form accepts files only for an information request', async ({ db, asked: of }) => {
  const [opens, closes] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-02-01T00:00:00Z')];
  const periods = [{ form: 'de-cu-tap-the', opens, closes, meanwhile: 'Chờ kỳ sau.' }] as const;
  const isAsked = async (form: string, { code, key }: { code: string; key: string }) =>
    form === 'de-cu-tap-the' && keyOf(db, code) === key && (await askedAgain(db, code)) !== null;
  const upload = async (code?: string, key?: string) =>
    (
      await postEvidence(await uploadOf(pdf('mới.pdf'), 'de-cu-tap-the', code, key), {
        ...of.files,
        periods,
        isAsked,
      })
    ).status;
  expect([
    await upload(),
    await upload('DN26-0000-0000-00', keyOf(db, of.code)),
    await upload(of.code),
    await upload(of.code, 'A'.repeat(22)),
    await upload(of.code, keyOf(db, of.code)),
  ]).toEqual([409, 409, 409, 409, 201]);
  expect((await postFile(of.files, pdf('mới.pdf'))).status).toBe(201);
});

test('a store that is down, or too many sendings, leave a page with all that was typed and kept', async ({
  db,
  asked: of,
}) => {
  const body = () => supplementByHand({ contactName: 'Người <thử>', ...again }, pdf('mới.pdf', '% 1'));
  const down = await answerRequest(db, of, body(), { save: () => Promise.reject(new Error('cut off')) });
  expect(down.status).toBe(503);
  const html = await down.text();
  expect(html).toContain('chưa lưu được câu trả lời');
  expect(valuesOn(html)).toEqual([expect.stringContaining('mới.pdf')]);
  const tooMany = await answerRequest(db, of, supplementByHand({ files: valuesOn(html) }), {
    withinLimit: async () => false,
  });
  expect(tooMany.status).toBe(429);
  expect(valuesOn(await tooMany.text())).toEqual(valuesOn(html));
});
