import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { announcementCalendar } from '../../../../src/gallery/press/announcement-calendar.ts';
import { comingAnnouncements, comingDigest } from '../../../../src/gallery/press/coming.ts';
import { correctionsFeed } from '../../../../src/gallery/press/corrections-feed.ts';
import { pressKit } from '../../../../src/gallery/press/kit.ts';
import { boilerplate } from '../../../../src/gallery/press/kit-texts.ts';
import { newestHonorees, orders } from '../../../../src/gallery/press/orders.ts';
import { storyPlainText } from '../../../../src/gallery/press/plain-text.ts';
import { storyCitation } from '../../../../src/gallery/stories/citation.ts';
import { contactParts } from '../../../../src/gallery/stories/contact-parts.ts';
import { announcedMoments, followRows, type Moment } from '../../../../src/vocabulary/owner-settings.ts';
import { inventedStory } from '../../../fixtures/story.ts';
import { fullStory } from '../open-data/sources.ts';

test('a contact can be called and written to, however its number is grouped', () => {
  const links = (contact: string) => contactParts(contact).flatMap(({ href }) => href ?? []);
  expect(links('Bà Lan, 0912 345 678, lan.nguyen@dongnai.gov.vn')).toEqual([
    'tel:+84912345678',
    'mailto:lan.nguyen@dongnai.gov.vn',
  ]);
  expect(links('(+84) 0251.3822.501; 02513822501')).toEqual(['tel:+842513822501', 'tel:+842513822501']);
  expect(links('Số 12, Quyết định 1240/QĐ năm 2026')).toEqual([]);
  expect(
    contactParts('Gọi 0912345678!')
      .map(({ text }) => text)
      .join(''),
  ).toBe('Gọi 0912345678!');
});

test('a telephone number is a link in every grouping, in prose, and in brackets', () => {
  const digits = ['912345678', '2513822501', '2838221234'];
  const signs = ['', ' ', '.', '-', ' - ', '–', '\u00a0', ' . '];
  const groups = (number: string) => [[number], number.match(/.{1,3}/g) ?? [], number.match(/.{1,4}/g) ?? []];
  for (const number of digits)
    for (const sign of signs)
      for (const group of groups(number)) {
        const [first = '', ...rest] = group;
        const tail = rest.map((part) => sign + part).join('');
        for (const typed of [
          `0${first}${tail}`,
          `(0${first})${tail}`,
          `+84${sign}${first}${tail}`,
          `(+84)${first}${tail}`,
          `(+84) ${first}${tail}`,
          `+84 (0)${first}${tail}`,
        ])
          for (const text of [
            typed,
            `ĐT: ${typed}.`,
            `bà Lan (${typed}), giờ hành chính 8-17`,
            `${typed}, ${typed}`,
          ]) {
            const parts = contactParts(text);
            expect(parts.map((part) => part.text).join('')).toBe(text);
            const links = parts.flatMap(({ href }) => href ?? []);
            expect(new Set(links), text).toEqual(new Set([`tel:+84${number}`]));
          }
      }
  expect(contactParts('Tổng đài 1900 1234')).toContainEqual({ text: '1900 1234', href: 'tel:19001234' });
  for (const none of ['Số 02, 12/2026', '1900', 'từ năm 1900 đến 2026', 'tài khoản 10912345678'])
    expect(
      contactParts(none).filter(({ href }) => href),
      none,
    ).toEqual([]);
});

test('the citation of an honour is complete enough to print, in two lengths', () => {
  const { short, long } = storyCitation(inventedStory, 'https://example.gov.vn/d/VD-0042', []);
  expect(short).toBe(
    'Đơn vị minh họa 01, “Tổ máy số hai”: Giấy khen, Quyết định số 00/QĐ-MINHHOA ngày 15 tháng 9 năm 2026 của UBND phường minh họa (mã VD-0042)',
  );
  expect(long).toBe(
    'Đơn vị minh họa 01, “Tổ máy số hai” (tập thể, mã VD-0042): Giấy khen, Quyết định số 00/QĐ-MINHHOA ngày 15 tháng 9 năm 2026 của UBND phường minh họa, dịp hằng năm, mục III.1.1.2 Kế hoạch 113/KH-UBND, Thi đua Đổi mới – Đồng Nai, công bố ngày 20 tháng 9 năm 2026, https://example.gov.vn/d/VD-0042',
  );
});

test('a citation without an honour says what it is, and a sample warns', () => {
  const model = {
    ...inventedStory,
    kind: 'mo-hinh',
    awardForm: null,
    decisionNumber: null,
    clauses: [],
  } as const;
  expect(storyCitation({ ...model, clauses: [], strands: [] }, 'X', []).long).toBe(
    'Đơn vị minh họa 01, “Tổ máy số hai” (mô hình, mã VD-0042), Thi đua Đổi mới – Đồng Nai, công bố ngày 20 tháng 9 năm 2026, X',
  );
  expect(storyCitation({ ...inventedStory, sample: true }, 'X', []).short).toMatch(/^\[Dữ liệu minh họa\] /);
});

test('a story as plain text has its figures, citations, photo, corrections and contact', () => {
  const text = storyPlainText(fullStory, new URL('https://example.gov.vn'), []);
  for (const said of [
    'Nước: 1.240 → 655 m³ (giảm 47,2%)',
    'TRÍCH DẪN NGẮN',
    'Ảnh: Minh',
    'ngày 02 tháng 10 năm 2026: Sửa số nước, từ 650 thành 655',
    'Ông A, 0900',
    'https://example.gov.vn/dien-hinh/kho-lanh-dung-chung/',
  ])
    expect(text).toContain(said);
  expect(
    storyPlainText({ ...inventedStory, photo: null }, new URL('https://example.gov.vn'), []),
  ).not.toContain('ẢNH');
});

test('the descriptions are as long as they say, within a fifth', () => {
  for (const { words, vi, en } of boilerplate)
    for (const text of [vi, en]) {
      const length = text.split(/\s+/).length;
      expect(Math.abs(length - words) / words, `${words}: ${length}`).toBeLessThanOrEqual(0.2);
    }
});

test('the kit opens, and names no honoree', () => {
  const files = unzipSync(pressKit(new URL('https://example.gov.vn')));
  expect(Object.keys(files)).toContain('about-en.txt');
  expect(strFromU8(files['moc-thoi-gian.txt'] ?? new Uint8Array())).toContain('Quý II/2026');
});

test('the calendar says when, and is valid when nothing is announced', () => {
  const origin = new URL('https://example.gov.vn');
  const coming = [{ id: 'dot-1', at: '2027-01-04T09:00:00+07:00', name: 'Đợt công bố minh họa' }];
  expect(announcementCalendar(coming, [], origin)).toContain('DTSTART:20270104T020000Z');
  expect(announcementCalendar([], [], origin)).toContain('BEGIN:VCALENDAR');
});

test('what rows of the base announce is in the calendar and on the page until it is over', () => {
  const row = (name: string, from: string, until: string, kind: Moment['kind']) => ({
    is: 'moment' as const,
    kind,
    name,
    forms: [],
    from: new Date(from),
    until: new Date(until),
    words: '',
    announced: null,
    year: null,
  });
  const rows = [
    row('Sơ kết', '2027-06-01T01:00:00Z', '2027-06-01T04:00:00Z', 'cong-khai'),
    row('Nhận đề cử', '2027-01-01T01:00:00Z', '2027-03-01T01:00:00Z', 'nhan-phieu'),
    row('Đã qua', '2026-01-01T01:00:00Z', '2026-01-02T01:00:00Z', 'cong-khai'),
  ];
  followRows(rows);
  const at = (day: string) => comingAnnouncements(new Date(day)).map(({ name }) => name);
  expect(at('2026-12-01')).toEqual(['Nhận đề cử', 'Sơ kết']);
  expect(at('2027-03-02')).toEqual(['Sơ kết']);
  expect(at('2027-06-02')).toEqual([]);
  const digests = ['2026-12-01', '2027-02-28', '2027-03-02', '2027-06-02'].map((day) =>
    comingDigest(new Date(day)),
  );
  expect(digests[0]).toBe(digests[1]);
  expect(new Set(digests).size, 'a page is built again when something is over').toBe(3);
  const calendar = announcementCalendar([], announcedMoments(), new URL('https://example.gov.vn'));
  for (const { name } of rows) expect(calendar).toContain(name);
  followRows([]);
});

test('every correction and every withdrawal is an item of its own', async () => {
  const days = ['2026-10-01', '2026-10-01', '2026-10-02'];
  const corrections = days.map((day, at) => ({ day, text: `Sửa số nước, lần ${at}` }));
  const stories = ['VD-0042', 'VD-0043'].map((id) => ({ ...inventedStory, id, corrections }));
  const gone = { id: 'VD-0007', reason: 'Theo đề nghị', withdrawnAt: new Date('2026-10-05T00:00:00Z') };
  const again = { ...gone, withdrawnAt: new Date('2026-11-05T00:00:00Z') };
  const feed = await (
    await correctionsFeed(stories, [gone, again], new URL('https://example.gov.vn'))
  ).text();
  const guids = [...feed.matchAll(/<guid[^>]*>([^<]+)/g)].map(([, guid]) => guid);
  expect(new Set(guids).size).toBe(8);
  expect(feed.indexOf('VD-0007-da-go'), 'the latest first').toBeLessThan(feed.indexOf('VD-0042-2026'));
  expect(feed).toContain('https://example.gov.vn/da-go/VD-0007/');
});

test('corrections are a feed, latest first', async () => {
  const feed = await (await correctionsFeed([fullStory], [], new URL('https://example.gov.vn'))).text();
  expect(feed).toContain('Sửa số nước, từ 650 thành 655');
  expect(feed).toContain('https://example.gov.vn/dien-hinh/kho-lanh-dung-chung/');
});

test('the table keeps the newest honorees and sorts them by name, unit or decision', () => {
  const named = (id: string, name: string) => ({ ...inventedStory, id, name });
  const stories = [named('VD-1', 'Đ'), named('VD-2', 'A'), { ...fullStory, decisionNumber: null }];
  const idsIn = (place: 0 | 1) => newestHonorees(stories, orders[place]).map(({ id }) => id);
  expect([idsIn(0), idsIn(1)]).toEqual([
    ['VD-1', 'VD-2'],
    ['VD-2', 'VD-1'],
  ]);
});
