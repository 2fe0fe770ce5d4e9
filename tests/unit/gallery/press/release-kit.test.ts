import { Packer } from 'docx';
import { unzipSync } from 'fflate';
import { pressFile } from '../../../../src/back-office/releases/press-sheet.ts';
import { findReleaseOfStaff } from '../../../../src/back-office/releases/release-of-staff.ts';
import { readStaffToken } from '../../../../src/back-office/staff-pages/link.ts';
import { staffSheets } from '../../../../src/back-office/staff-pages/server/sheets.ts';
import type { Adoption } from '../../../../src/gallery/adoptions/adoption.ts';
import { releaseKit } from '../../../../src/gallery/press/release-kit/kit.ts';
import { pressBook } from '../../../../src/gallery/press/release-kit/press-book.ts';
import { releasePaths, releaseSlug } from '../../../../src/gallery/press/release-kit/release.ts';
import { findOut, readOut } from '../../../../src/gallery/press/release-kit/server/read-releases.ts';
import { getReleasePage } from '../../../../src/gallery/press/release-kit/server/release-page.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { surenessOf } from '../../../../src/gallery/stories/sureness.ts';
import type { Story } from '../../../../src/gallery/story.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { textOfBytes } from '../../../fixtures/file-texts.ts';
import { comeDue, later, plan, releases } from '../../../fixtures/releases.ts';
import { inventedStory } from '../../../fixtures/story.ts';

const origin = 'https://example.gov.vn';
const template = `<!doctype html><html><head><title>x</title></head><body><div data-release="all"><p data-release="none">chưa có</p>
<ul data-release="list"></ul></div><div data-release="one" hidden><h1 data-release="name"></h1><p data-release="when"></p>
<a data-release="kit">x</a><p data-release="gone"><i data-release="gone-list"></i></p><div data-release="table"><table><tbody></tbody>
</table></div><div data-release="announcement"><p data-text></p></div></div></body></html>`;
const slug = 'dot-1-nam-2026';
const { page, kit } = releasePaths(slug);

/** What anyone gets at an address of releases. */
async function ask(db: Database, path: string): Promise<{ status: number; text: string }> {
  const name = path.split('/')[3] ?? '';
  const reply = await getReleasePage(new Request(`${origin}${path}`), name, {
    readOut: () => readOut(db, false),
    findOut: (asked) => findOut(db, asked, false),
    readPage: async (file) => (file === '/bao-chi/anh.json' ? '{}' : template),
    origin,
  });
  return { status: reply.status, text: textOfBytes(Buffer.from(await reply.arrayBuffer())) };
}

const build = async (db: Database) => recordPublication(db, await readPublished(db, { samples: false }));
const row = (code: string, more: Record<string, unknown> = {}) =>
  storyRow({ Mã: code, Tên: `Tập thể zq${code}`, Loại: 'Tập thể', 'Đợt công bố': plan.Tên, ...more });

test('a release has nothing for the public before its time, a kit for staff to hand out, and then a page and a kit of what is public', async ({
  db,
  standIn,
  staff,
}) => {
  const release = await staff.create(releases, {
    ...plan,
    'Trạng thái': 'Đang soạn',
    'Giờ công bố': later(),
    // One row has no consent.
    'Công bố cả khi chưa đủ': true,
  });
  const shown = await staff.create(stories, row('VD-0101', { 'Số quyết định': '12/QĐ-THU' }));
  const other = await staff.create(stories, row('VD-0102', { 'Số quyết định': '13/QĐ-THU' }));
  await staff.create(stories, row('VD-0103', { 'Số quyết định': '14/QĐ-THU', 'Đồng ý công khai': false }));
  const ownTime = { 'Số quyết định': '15/QĐ-THU', 'Công bố từ': '2099-01-01T00:00:00.000Z' };
  await staff.create(stories, row('VD-0104', ownTime));
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);

  // Staff have not confirmed it: there is a page for them, and nothing to hand out.
  const sheets = staffSheets(db, { siteUrl: origin, isLocal: false });
  const told = (await staff.rows(releases))[0]?.fields['Tư liệu báo chí'];
  const token = /\/can-bo\/(.*)\/$/.exec(String(told))?.[1] ?? '';
  const permit = readStaffToken(db.secret, token);
  expect(permit).toMatchObject({ kind: 'b', id: release });
  if (!permit) return;
  const path = `/can-bo/${token}/`;
  expect(await sheets.sheet(permit, path)).toMatchObject({
    links: [],
    facts: [['Giờ công bố', 'chưa chốt'], {}],
  });
  const [kitName, bookName] = [`${slug}-cam-phat-truoc-gio.zip`, 'so-bao-chi.docx'];
  expect(await sheets.file(permit, kitName)).toBeNull();

  await staff.change(releases, release, { 'Trạng thái': 'Đã chốt' });
  await syncOnce(db, standIn);
  const sheet = await sheets.sheet(permit, path);
  expect(sheet?.lead).toMatch(/^CẤM PHÁT TRƯỚC \d\d:\d\d ngày /);
  expect(sheet?.links.map(({ href }) => href)).toEqual([`${path}${kitName}`, `${path}${bookName}`]);
  expect(
    sheet?.tables.find(({ caption }) => caption === 'Điển hình của đợt')?.rows.map(([code]) => code),
    'without consent it is not handed out',
  ).toEqual(['VD-0101', 'VD-0102']);
  for (const name of [kitName, bookName]) {
    const text = textOfBytes(Buffer.from((await sheets.file(permit, name))?.body ?? []));
    expect(text, name).toContain('cấm phát trước');
    expect(text, name).toContain('12/qđ-thu');
    expect(text, `${name}: without consent, or later than the release`).not.toMatch(/vd-010[34]/);
    expect(text, `${name}: no address of the public page before it is out`).not.toContain('/bao-chi/dot/');
  }
  // Whatever anyone asks before its time is answered as if nobody planned it.
  for (const asked of [page, kit, page.toUpperCase().toLowerCase(), '/bao-chi/dot/dot-9/'])
    expect(await ask(db, asked), asked).toMatchObject({ status: 404 });
  expect((await ask(db, '/bao-chi/dot/')).text).toContain('chưa có');

  await comeDue(db);
  await syncOnce(db, standIn);
  expect(await ask(db, page), 'due, and no build has shown it').toMatchObject({ status: 404 });
  await build(db);
  const open = await ask(db, page);
  expect(open.status).toBe(200);
  expect(open.text).toContain('2 điển hình (2 tập thể)');
  expect(open.text).toContain('/bao-chi/dien-hinh/vd-0101/');
  expect(open.text).not.toMatch(/cấm phát|zqvd-010[34]/);
  const zip = await ask(db, kit);
  expect(zip.text).toContain('quyết định số 12/qđ-thu');
  expect(zip.text).not.toMatch(/cấm phát|zqvd-010[34]/);
  expect((await ask(db, '/bao-chi/dot/')).text).toContain(page);
  const held = await findReleaseOfStaff(db, release, false);
  expect(held && (await pressFile(held, kitName, origin)), 'the kit of before is no more').toBeNull();

  await staff.change(stories, shown, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': 'Theo đề nghị' });
  await syncOnce(db, standIn);
  expect((await ask(db, kit)).text, 'at once, before any build').not.toContain('zqvd-0101');
  await build(db);
  const after = await ask(db, page);
  expect(after.text).toContain('/d/vd-0101');
  expect(after.text).not.toContain('zqvd-0101');

  // The last one goes, too: the release is listed no more, at once, and its page says which were taken down.
  await staff.change(stories, other, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': 'In nhầm tên.' });
  await syncOnce(db, standIn);
  // Two of two within an hour are held until staff confirm.
  for (const { id, fields } of await staff.rows('Vận hành'))
    if (String(fields['Việc']).includes('cùng lúc')) await staff.change('Vận hành', id, { 'Đồng ý': true });
  await syncOnce(db, standIn);
  for (const built of [false, true]) {
    if (built) await build(db);
    expect((await ask(db, '/bao-chi/dot/')).text, `built: ${built}`).not.toContain(page);
    const gone = await ask(db, page);
    expect(gone, `built: ${built}`).toMatchObject({
      status: 410,
      text: expect.stringContaining('/d/vd-0102'),
    });
    expect(gone.text).toContain('theo đề nghị');
    expect(gone.text).toContain('in nhầm tên');
    expect(gone.text).not.toMatch(/zqvd|0 điển hình/);
    expect((await ask(db, kit)).status).toBe(410);
  }
});

test('one kit and one book give one answer to how sure a figure is', async () => {
  const figure = { name: 'Điện', before: '12', after: '9', unit: 'kWh' };
  const model: Story = { ...inventedStory, id: 'MH-0042', kind: 'mo-hinh', indicators: [figure] };
  const adoption: Adoption = {
    id: 'rec1',
    mark: 'ap-dung-00000001',
    model: 'MH-0042',
    unitCode: null,
    unitName: 'Đơn vị thử hai',
    since: '2026-10',
    result: null,
    changed: null,
    indicators: [{ ...figure, after: '8' }],
    documents: 0,
    sample: false,
  };
  const release = { name: 'Đợt 1', slug: 'dot-1', at: new Date(), isHeld: false, gone: [] };
  const base = new URL(origin);
  const files = unzipSync(releaseKit(release, [model], base, [adoption]));
  const book = await Packer.toBuffer(pressBook(release, [model], base, [adoption]));
  const wanted = surenessOf(figure, model, [adoption]).name.toLowerCase();
  expect(wanted).not.toBe(surenessOf(figure, model, []).name.toLowerCase());
  for (const text of [
    ...['danh-sach.csv', 'bai/MH-0042.txt'].map((name) => textOfBytes(Buffer.from(files[name] ?? []))),
    textOfBytes(book),
  ]) {
    expect(text).toContain(wanted);
    expect(text).not.toContain('tự khai');
  }
});

test('names of releases in addresses are letters, digits and hyphens', () => {
  expect(releaseSlug('khen thuong dot 1, nam 2026 (bo sung)')).toBe('khen-thuong-dot-1-nam-2026-bo-sung');
});
