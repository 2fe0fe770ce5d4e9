import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { announcementCalendar } from '../../../../src/gallery/press/announcement-calendar.ts';
import { correctionsFeed } from '../../../../src/gallery/press/corrections-feed.ts';
import { boilerplate } from '../../../../src/gallery/press/kit-texts.ts';
import { pressKit } from '../../../../src/gallery/press/kit.ts';
import { newestHonorees, orders } from '../../../../src/gallery/press/orders.ts';
import { contactParts } from '../../../../src/gallery/stories/contact-parts.ts';
import { storyPlainText } from '../../../../src/gallery/press/plain-text.ts';
import { storyCitation } from '../../../../src/gallery/stories/citation.ts';
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

test('the citation of an honour is complete enough to print, in two lengths', () => {
  const { short, long } = storyCitation(inventedStory, 'https://example.gov.vn/d/VD-0042');
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
  expect(storyCitation({ ...model, clauses: [], strands: [] }, 'X').long).toBe(
    'Đơn vị minh họa 01, “Tổ máy số hai” (mô hình, mã VD-0042), Thi đua Đổi mới – Đồng Nai, công bố ngày 20 tháng 9 năm 2026, X',
  );
  expect(storyCitation({ ...inventedStory, sample: true }, 'X').short).toMatch(/^\[Dữ liệu minh họa\] /);
});

test('a story as plain text has its figures, citations, photo, corrections and contact', () => {
  const text = storyPlainText(fullStory, new URL('https://example.gov.vn'));
  for (const said of [
    'Nước: 1.240 → 655 m³ (giảm 47,2%)',
    'TRÍCH DẪN NGẮN',
    'Ảnh: Minh',
    'ngày 02 tháng 10 năm 2026: Sửa số nước, từ 650 thành 655',
    'Ông A, 0900',
    'https://example.gov.vn/dien-hinh/kho-lanh-dung-chung/',
  ])
    expect(text).toContain(said);
  expect(storyPlainText({ ...inventedStory, photo: null }, new URL('https://example.gov.vn'))).not.toContain(
    'ẢNH',
  );
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
  expect(announcementCalendar(coming, origin)).toContain('DTSTART:20270104T020000Z');
  expect(announcementCalendar([], origin)).toContain('BEGIN:VCALENDAR');
});

test('corrections are a feed, latest first', async () => {
  const feed = await (await correctionsFeed([fullStory], new URL('https://example.gov.vn'))).text();
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
