import { strToU8, zipSync } from 'fflate';
import { dataSlots, pressSlots, site } from '../../vocabulary/site.ts';
import { fillSlots } from '../../vocabulary/slots.ts';
import { awardNames, boilerplate, facts, spellings, timeline } from './kit-texts.ts';

const title = (heading: string, lines: readonly string[]): string => [heading, '', ...lines, ''].join('\r\n');

/** The press kit: texts that a newsroom pastes, as a zip. It names no honoree, so nothing in it can be withdrawn. */
export function pressKit(origin: URL): Uint8Array<ArrayBuffer> {
  const address = new URL('/bao-chi/', origin).href;
  const files: Record<string, string> = {
    'DOC-TRUOC.txt': title(site.name, [
      `Bộ tư liệu báo chí. Bản mới nhất: ${address}`,
      `Liên hệ: ${pressSlots.person}, ${pressSlots.mobile}, ${pressSlots.mail}`,
      `Điều kiện dùng ảnh: ${pressSlots.photoTerms}. Giấy phép dữ liệu: ${dataSlots.licence}.`,
      'Điển hình, ảnh và câu trích dẫn của từng điển hình lấy ở trang của điển hình: luôn là bản đang công bố.',
    ]),
    'gioi-thieu-vi.txt': boilerplate.map(({ words, vi }) => title(`Khoảng ${words} chữ`, [vi])).join('\r\n'),
    'about-en.txt': boilerplate.map(({ words, en }) => title(`About ${words} words`, [en])).join('\r\n'),
    'so-lieu-co-ban.txt': title(
      'Thông tin cơ bản',
      facts.map(({ name, fact }) => `${name}: ${fact}`),
    ),
    'moc-thoi-gian.txt': title(
      'Mốc thời gian',
      timeline.map(({ when, name }) => `${when}: ${name}`),
    ),
    'ten-khen-thuong-vi-en.txt': title(
      'Tên hình thức khen thưởng',
      awardNames.map(({ vi, en }) => `${vi}\t${en}`),
    ),
    'cach-viet-ten.txt': title(
      'Cách viết tên',
      spellings.map(({ write, note }) => `${write}. ${note}`),
    ),
  };
  const bytes = Object.entries(files).map(
    ([name, text]) => [name, strToU8(`\uFEFF${fillSlots(text)}`)] as const,
  );
  return new Uint8Array(zipSync(Object.fromEntries(bytes), { level: 9, mtime: new Date(2026, 0, 1) }));
}
