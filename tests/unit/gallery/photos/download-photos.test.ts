import { readdirSync } from 'node:fs';
import { noteDrawnSizes, withDrawnSizes } from '../../../../src/gallery/photos/drawn-sizes.ts';
import { withPhotos } from '../../../../src/gallery/photos/with-photos.ts';
import { publishedDigest, readPublished } from '../../../../src/gallery/stories/server/store.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { aJpeg } from '../../../fixtures/a-picture.ts';
import { stories, storyRow, syncOnce } from '../../../fixtures/back-office.ts';
import { expect, test } from '../../../fixtures/picture-server.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

const real = { samples: false };
const withPicture = (url: string, changes: Record<string, unknown> = {}) =>
  storyRow({
    Ảnh: [{ url, filename: 'anh.jpg' }],
    'Mô tả ảnh': 'Cột đèn',
    'Nguồn ảnh': 'Phường thử',
    ...changes,
  });
const problems = async (db: Database) =>
  (await db.query<{ problem: string }>('select problem from row_problems')).rows.map(
    ({ problem }) => problem,
  );
const photoOf = async (db: Database) => (await readPublished(db, real))[0]?.photo;
/** As if so long had passed since the last try. */
const later = (db: Database, time: string) =>
  db.query(
    'update photos set url_at = url_at - $1::interval, next_attempt_at = next_attempt_at - $1::interval',
    [time],
  );

test('a picture is fetched once, and the public set is another when it is here', async ({
  db,
  standIn,
  staff,
  pictures,
}) => {
  pictures.answers.set('/a.jpg', await aJpeg(600, 400));
  await staff.create(stories, withPicture(`${pictures.url}/a.jpg`));
  await syncOnce(db, standIn);
  expect(await photoOf(db)).toMatchObject({
    alt: 'Cột đèn',
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const digest = await publishedDigest(db, real);
  await syncOnce(db, standIn);
  expect(pictures.asked).toEqual(['/a.jpg']);
  await db.query('update photos set bytes = null');
  expect(await publishedDigest(db, real)).not.toBe(digest);
  expect(await photoOf(db)).toBeNull();
});

test('the content of a file decides its type, not its name; staff are told of files that are no pictures', async ({
  db,
  standIn,
  staff,
  pictures,
}) => {
  pictures.answers.set('/a.jpg', Buffer.from('<svg onload="alert(1)"/>'));
  await staff.create(stories, withPicture(`${pictures.url}/a.jpg`));
  await syncOnce(db, standIn);
  await later(db, '1 hour');
  await syncOnce(db, standIn);
  expect(pictures.asked).toHaveLength(1);
  expect(await photoOf(db)).toBeNull();
  expect(await problems(db)).toEqual(['ảnh chưa hiện: tệp không phải JPEG, PNG hoặc WebP']);
});

test('a file above 12 MB is not kept', async ({ db, standIn, staff, pictures }) => {
  const large = Buffer.concat([await aJpeg(10, 10), Buffer.alloc(12 * 1024 * 1024)]);
  pictures.answers.set('/a.jpg', large);
  await staff.create(stories, withPicture(`${pictures.url}/a.jpg`));
  await syncOnce(db, standIn);
  expect(await photoOf(db)).toBeNull();
  expect(await problems(db)).toEqual(['ảnh chưa hiện: tệp lớn hơn 12 MB']);
});

test('a download that failed is tried again while the address lives, and the problem ends with it', async ({
  db,
  standIn,
  staff,
  pictures,
}) => {
  pictures.answers.set('/a.jpg', 503);
  await staff.create(stories, withPicture(`${pictures.url}/a.jpg`));
  await syncOnce(db, standIn);
  expect(await problems(db)).toEqual(['ảnh chưa hiện: không tải được tệp (trả lời 503)']);
  await syncOnce(db, standIn);
  expect(pictures.asked).toHaveLength(1);
  pictures.answers.set('/a.jpg', await aJpeg(600, 400));
  await later(db, '90 seconds');
  await syncOnce(db, standIn);
  expect(await photoOf(db)).toMatchObject({ credit: 'Phường thử' });
  expect(await problems(db)).toEqual([]);
});

test('the picture of a story whose consent ended is forgotten', async ({ db, standIn, staff, pictures }) => {
  pictures.answers.set('/a.jpg', await aJpeg(600, 400));
  const id = await staff.create(stories, withPicture(`${pictures.url}/a.jpg`));
  await syncOnce(db, standIn);
  await staff.change(stories, id, { 'Đồng ý công khai': false });
  await syncOnce(db, standIn);
  expect((await db.query('select 1 from photos')).rows).toEqual([]);
  await staff.change(stories, id, { 'Đồng ý công khai': true });
  await syncOnce(db, standIn);
  expect(await photoOf(db)).not.toBeNull();
});

test('a build draws the pictures of public stories alone, each once', async ({
  db,
  standIn,
  staff,
  pictures,
}) => {
  const folder = await temporaryFolder();
  pictures.answers.set('/a.jpg', await aJpeg(600, 400));
  pictures.answers.set('/b.jpg', await aJpeg(700, 400));
  const embargoed = { Mã: 'MH-0102', 'Công bố từ': '2099-01-01T00:00:00.000Z' };
  await staff.create(stories, withPicture(`${pictures.url}/a.jpg`));
  await staff.create(stories, withPicture(`${pictures.url}/b.jpg`, embargoed));
  await syncOnce(db, standIn);
  expect((await db.query('select 1 from photos where bytes is not null')).rows).toHaveLength(2);
  const stored = await readPublished(db, real);
  const digest = stored[0]?.photo?.digest;
  expect(await withPhotos(db, stored, folder.path)).toMatchObject([
    { id: 'MH-0101', photo: { width: 600, height: 400 } },
  ]);
  const drawn = ['-16x9.jpg', '-1x1.jpg', '-480.jpg', '-4x3.jpg', '-600.jpg', '.json'];
  expect(readdirSync(folder.path).toSorted()).toEqual(drawn.map((end) => `${digest}${end}`));
  // Where nothing is drawn, the sizes that the last build noted are known.
  expect(await withDrawnSizes(db, stored)).toMatchObject([{ photo: null }]);
  const sized = await withPhotos(db, stored, folder.path);
  await noteDrawnSizes(db, sized);
  expect(await withDrawnSizes(db, stored)).toEqual(sized);
  await db.query('update photos set bytes = null');
  expect(await withPhotos(db, stored, folder.path)).toMatchObject([{ photo: { width: 600 } }]);
  await folder.remove();
});

test('a picture that cannot be drawn does not stop a build: its story is shown without it, and staff are told', async ({
  db,
  standIn,
  staff,
  pictures,
}) => {
  const folder = await temporaryFolder();
  pictures.answers.set('/a.jpg', (await aJpeg(600, 400)).subarray(0, 300));
  await staff.create(stories, withPicture(`${pictures.url}/a.jpg`));
  await syncOnce(db, standIn);
  const built = await withPhotos(db, await readPublished(db, real), folder.path);
  expect(built).toMatchObject([{ id: 'MH-0101', photo: null }]);
  expect(await problems(db)).toEqual(['ảnh chưa hiện: tệp ảnh bị hỏng']);
  await syncOnce(db, standIn);
  expect(await problems(db)).toEqual(['ảnh chưa hiện: tệp ảnh bị hỏng']);
  expect(pictures.asked).toHaveLength(1);
  await folder.remove();
});

test('a database without the table of pictures still shows its stories', async ({
  db,
  standIn,
  staff,
  pictures,
}) => {
  await staff.create(stories, withPicture(`${pictures.url}/a.jpg`));
  await syncOnce(db, standIn);
  await db.query('drop table photos');
  expect(await readPublished(db, real)).toMatchObject([{ id: 'MH-0101', photo: null }]);
  expect(await publishedDigest(db, real)).not.toBe('');
});
