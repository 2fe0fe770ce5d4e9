import { strToU8, zipSync } from 'fflate';
import { writeCsv } from '../../../platform/spreadsheet/csv.ts';
import { pressSlots, site } from '../../../vocabulary/site.ts';
import { fillSlots } from '../../../vocabulary/slots.ts';
import type { Adoption } from '../../adoptions/adoption.ts';
import { originalPath } from '../../photos/photo-files.ts';
import { decisionWords, storyCitation } from '../../stories/citation.ts';
import { shortPath, termsOf } from '../../stories/story-terms.ts';
import { type Story, storyKindNames } from '../../story.ts';
import { storyPlainText } from '../plain-text.ts';
import { announcementText, warningsOf } from './announcement.ts';
import { type PressRelease, releasePaths } from './release.ts';

const columns = [
  'Mã',
  'Tên',
  'Loại',
  'Đơn vị',
  'Khen thưởng',
  'Quyết định',
  'Trích dẫn',
  'Địa chỉ ngắn',
  'Ảnh gốc',
  'Chú thích, nguồn ảnh',
];

/** Before the time of a release its photos have no address; afterwards that of the original, or of nothing. */
function photoAddress({ id, photo }: Story, isHeld: boolean, address: (path: string) => string): string {
  if (!photo) return '';
  if (isHeld) return 'có ảnh, tải được từ giờ công bố';
  return photo.original ? address(originalPath(id)) : '';
}

/** The honorees of a release as a table, one a row. */
function releaseTable(
  release: PressRelease,
  stories: readonly Story[],
  origin: URL,
  adoptionsOf: (story: Story) => readonly Adoption[],
): string {
  const address = (path: string) => new URL(path, origin).href;
  // A column and no line of its own, which a spreadsheet would take for a row.
  const warning = warningsOf(release, stories).join(' ');
  return writeCsv([
    [...columns, ...(warning ? ['Lưu ý'] : [])],
    ...stories.map((story) => {
      const short = address(shortPath(story.id));
      const { photo } = story;
      return [
        story.id,
        story.name,
        storyKindNames[story.kind],
        story.unitName,
        termsOf(story).awardForm?.name ?? '',
        decisionWords(story),
        storyCitation(story, short, adoptionsOf(story)).long,
        short,
        photoAddress(story, release.isHeld, address),
        photo ? [photo.caption, `Ảnh: ${photo.credit}`].filter(Boolean).join(' ') : '',
        ...(warning ? [warning] : []),
      ];
    }),
  ]);
}

const readMe = (release: PressRelease, stories: readonly Story[], origin: URL): string =>
  [
    ...warningsOf(release, stories),
    `${site.name}: ${release.name}`,
    '',
    'thong-tin-bao-chi.txt: thông tin chung, danh sách, kết quả, đầu mối',
    'danh-sach.csv: mỗi điển hình một dòng, có câu trích dẫn, địa chỉ ngắn, ảnh gốc',
    'bai/: toàn văn từng điển hình, có câu trích dẫn ngắn và đầy đủ',
    '',
    release.isHeld
      ? 'Bản này phát trước giờ công bố cho người được Sở Nội vụ gửi. Không đăng, không chuyển tiếp trước giờ ghi ở dòng đầu. Địa chỉ ngắn và ảnh chỉ mở từ giờ đó.'
      : `Bản mới nhất, đã bỏ điển hình được gỡ: ${new URL(releasePaths(release.slug).page, origin).href}`,
    `Điều kiện dùng ảnh: ${pressSlots.photoTerms}. Luôn ghi nguồn ảnh.`,
    '',
  ].join('\r\n');

/**
 * What a newsroom takes of one release: the announcement, its honorees as a table, the text of each, as a zip.
 * @param stories those of the release that may be shown to whom it is given
 * @param adoptions the public adoptions of models
 */
export function releaseKit(
  release: PressRelease,
  stories: readonly Story[],
  origin: URL,
  adoptions: readonly Adoption[],
): Uint8Array<ArrayBuffer> {
  const warnings = warningsOf(release, stories).map((line) => `${line}\n`);
  const adoptionsOf = ({ id }: Story) => adoptions.filter(({ model }) => model === id);
  const texts: Record<string, string> = {
    'DOC-TRUOC.txt': `\uFEFF${readMe(release, stories, origin)}`,
    'thong-tin-bao-chi.txt': `\uFEFF${announcementText(release, stories, origin, adoptions)}`,
    'danh-sach.csv': releaseTable(release, stories, origin, adoptionsOf),
    ...Object.fromEntries(
      stories.map((story) => {
        const text = storyPlainText(story, origin, adoptionsOf(story));
        return [`bai/${story.id}.txt`, `\uFEFF${warnings.join('')}${text}`];
      }),
    ),
  };
  const files = Object.entries(texts).map(([name, text]) => [name, strToU8(fillSlots(text))] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(2026, 0, 1) }));
}
