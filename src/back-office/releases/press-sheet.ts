import { Packer } from 'docx';
import { shortCitation } from '../../gallery/stories/citation.ts';
import type { StoredStory, Story } from '../../gallery/story.ts';
import { countWords } from '../../gallery/press/release-kit/announcement.ts';
import { releaseKit } from '../../gallery/press/release-kit/kit.ts';
import { missingForPress, pressBook } from '../../gallery/press/release-kit/press-book.ts';
import { embargoWords, type PressRelease, releasePaths } from '../../gallery/press/release-kit/release.ts';
import type { HeldRelease } from '../../gallery/press/release-kit/server/read-releases.ts';
import { officialDateTime } from '../../vietnamese/official-date.ts';
import type { SheetCell, SheetFile, StaffSheet } from '../staff-pages/sheet.ts';

/** A story as the texts of a release need it: they name its photo and show none, so its size does not matter. */
const undrawn = ({ photo, ...story }: StoredStory): Story => ({
  ...story,
  photo: photo && { ...photo, width: 0, height: 0, original: null },
});

const bookName = 'so-bao-chi.docx';
const kitName = ({ slug }: PressRelease) => `${slug}-cam-phat-truoc-gio.zip`;

/** Whether there is something of the release to hand out: a story, and a time that staff have confirmed. */
const mayBeHanded = ({ release, stories, isConfirmed }: HeldRelease): boolean =>
  stories.length > 0 && (isConfirmed || !release.isHeld);

/** What may be handed out, and to whom. */
function rulesOf({ release, stories, isConfirmed }: HeldRelease): string[] {
  if (!release.isHeld)
    return ['Đợt đã công bố: báo chí tự tải bộ tư liệu ở trang công khai, luôn là bản đang công bố.'];
  if (!isConfirmed)
    return [
      'Đợt chưa chốt hoặc chưa có giờ, nên chưa có bộ tư liệu để phát. Ghi “Giờ công bố”, chọn “Đã chốt”.',
    ];
  if (stories.length === 0) return ['Chưa có bài nào sẵn sàng; xem “Vì sao” ở các hàng của đợt.'];
  return [
    'Chỉ gửi cho cơ quan báo chí đã nhận lời giữ đến giờ công bố. Mỗi tệp ghi giờ được phát ở dòng đầu.',
    'Chỉ có bài đã đồng ý công khai và không còn gì thiếu. Bài sửa xong sau khi gửi thì gửi lại bộ mới.',
    'Đến giờ mà còn hàng chưa sẵn sàng thì cả đợt chờ: chỉ gửi khi “Vì sao” ở hàng của đợt trống.',
    'Đổi giờ công bố thì bộ đã gửi sai giờ: báo người đã nhận và gửi lại.',
    'Ảnh và địa chỉ ngắn chỉ mở từ giờ công bố. Muốn cho đọc trước một bài có ảnh thì gửi địa chỉ ở cột “Xem trước” của bài.',
  ];
}

const rowOf = (story: Story, release: PressRelease): SheetCell[] => [
  story.id,
  story.name,
  story.unitName,
  shortCitation(story),
  release.isHeld ? missingForPress(story).join(', ') : '',
];

/** The private page of a release: what the press gets, when, what is missing, and the files. `path` is its address. */
export function pressSheet(held: HeldRelease, path: string, siteUrl: string): StaffSheet {
  const { release, isConfirmed } = held;
  const stories = held.stories.map(undrawn);
  return {
    title: `Tư liệu báo chí: ${release.name}`,
    lead: embargoWords(release) && isConfirmed ? `${embargoWords(release)}.` : 'Tính lại mỗi lần mở trang.',
    links: [
      ...(mayBeHanded(held)
        ? [
            release.isHeld
              ? { text: 'Tải bộ tư liệu gửi báo chí (.zip)', href: `${path}${kitName(release)}` }
              : { text: 'Trang công khai của đợt', href: `${siteUrl}${releasePaths(release.slug).page}` },
            { text: 'Tải sổ báo chí để in (.docx)', href: `${path}${bookName}` },
          ]
        : []),
    ],
    facts: [
      ['Giờ công bố', isConfirmed ? officialDateTime(release.at) : 'chưa chốt'],
      ['Gồm', stories.length > 0 ? countWords(stories) : 'chưa có bài nào sẵn sàng'],
    ],
    notes: rulesOf(held),
    tables:
      stories.length === 0
        ? []
        : [
            {
              caption: 'Điển hình của đợt',
              columns: ['Mã', 'Tên', 'Đơn vị', 'Trích dẫn ngắn', 'Báo chí sẽ hỏi'],
              rows: stories.map((story) => rowOf(story, release)),
            },
          ],
  };
}

/** A file of that page by its name; null for any other name, and while staff have not confirmed the release. */
export async function pressFile(held: HeldRelease, name: string, siteUrl: string): Promise<SheetFile | null> {
  const { release, adoptions } = held;
  if (!mayBeHanded(held)) return null;
  const origin = new URL(siteUrl);
  const stories = held.stories.map(undrawn);
  if (release.isHeld && name === kitName(release))
    return { body: releaseKit(release, stories, origin, adoptions), type: 'application/zip', name };
  if (name !== bookName) return null;
  const body = new Uint8Array(await Packer.toArrayBuffer(pressBook(release, stories, origin, adoptions)));
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return { body, type, name };
}
