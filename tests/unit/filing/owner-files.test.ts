import { siteDigest } from '../../../src/back-office/sync/rebuild.ts';
import { filePath } from '../../../src/filing/settings/attached.ts';
import { keepOwnerFiles } from '../../../src/filing/settings/server/keep-files.ts';
import { readOwnerFile, readOwnerFiles } from '../../../src/filing/settings/server/owner-files.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { aPhoneJpeg } from '../../fixtures/a-picture.ts';
import { syncOnce } from '../../fixtures/back-office.ts';
import { expect, test } from '../../fixtures/picture-server.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

test.afterEach(() => followRows([]));

const text = (files: { url: string; filename: string }[]) => ({
  'Số hiệu': '12/HD-SNV',
  'Vai trò': 'Hướng dẫn khen thưởng của Sở Nội vụ',
  'Loại văn bản': 'Hướng dẫn',
  'Trích yếu': 'Về khen thưởng.',
  'Cơ quan ban hành': 'Sở Nội vụ',
  'Ngày ký': '2026-10-05',
  Tệp: files,
});

test('a file of a row is fetched, checked and stripped; another kind is refused in its row; a removed one leaves the site', async ({
  db,
  standIn,
  staff,
  pictures,
}) => {
  pictures.answers.set('/a', await aPhoneJpeg(600, 400));
  pictures.answers.set('/b', Buffer.from('PK\x03\x04 giả một tệp Word'));
  const empty = await siteDigest(db, { samples: false }, new Date());
  const row = await staff.create(
    'Văn bản',
    text([
      { url: `${pictures.url}/a`, filename: 'Hướng dẫn, trang 1.jpg' },
      { url: `${pictures.url}/b`, filename: 'huong-dan.docx' },
    ]),
  );
  for (let run = 0; run < 3; run += 1) await syncOnce(db, standIn);
  const [kept, ...more] = await readOwnerFiles(db);
  expect(more).toEqual([]);
  expect(kept).toMatchObject({ kind: 'jpeg', name: 'Hướng dẫn, trang 1.jpg' });
  const bytes = await readOwnerFile(db, kept?.id ?? '');
  expect(bytes?.includes('SECRET OWNER')).toBe(false);
  expect((await staff.rows('Văn bản'))[0]?.fields['Vì sao']).toContain(
    '“huong-dan.docx” chưa đăng: Chỉ nhận tệp PDF',
  );
  const shown = await siteDigest(db, { samples: false }, new Date());
  expect(shown).not.toBe(empty);

  const folder = await temporaryFolder();
  const [ofBuild] = await keepOwnerFiles(db, folder.path);
  expect(ofBuild && filePath(ofBuild)).toMatch(/^\/tep\/[0-9a-f]{12}\/huong-dan-trang-1\.jpg$/);
  await folder.remove();

  await staff.change('Văn bản', row, { Tệp: [] });
  await syncOnce(db, standIn);
  expect(await readOwnerFiles(db)).toEqual([]);
  expect((await staff.rows('Văn bản'))[0]?.fields['Vì sao']).toBeUndefined();
});
