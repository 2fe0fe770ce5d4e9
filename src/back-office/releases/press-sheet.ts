import { Packer } from 'docx';
import { countWords } from '../../gallery/press/release-kit/announcement.ts';
import { releaseKit } from '../../gallery/press/release-kit/kit.ts';
import { missingForPress, pressBook } from '../../gallery/press/release-kit/press-book.ts';
import { embargoWords, type PressRelease, releasePaths } from '../../gallery/press/release-kit/release.ts';
import { shortCitation } from '../../gallery/stories/citation.ts';
import type { StoredStory, Story } from '../../gallery/story.ts';
import { officialDateTime } from '../../vietnamese/official-date.ts';
import type { SheetCell, SheetFile, StaffSheet } from '../staff-pages/sheet.ts';
import type { ReleaseOfStaff } from './release-of-staff.ts';

/** A story as the texts of a release need it: they name its photo and show none, so its size does not matter. */
const undrawn = ({ photo, ...story }: StoredStory): Story => ({
  ...story,
  photo: photo && { ...photo, width: 0, height: 0, original: null },
});

const bookName = 'so-bao-chi.docx';
const kitName = ({ slug }: PressRelease) => `${slug}-cam-phat-truoc-gio.zip`;

/** Whether there is something of the release to print: a story, and a time that staff have confirmed. */
const hasBook = ({ release, stories, isConfirmed }: ReleaseOfStaff): boolean =>
  stories.length > 0 && (isConfirmed || !release.isHeld);

/** A release that lacks rows does not come out at its time, unless staff let it out without them. */
const waitsForRows = ({ gaps, mayBeIncomplete }: ReleaseOfStaff): boolean =>
  gaps.length > 0 && !mayBeIncomplete;

/** Whether the press may have a kit before the time: the release will come out at that time, with what is in the kit. */
const hasKit = (held: ReleaseOfStaff): boolean => held.release.isHeld && hasBook(held) && !waitsForRows(held);

/** What may be handed out, and to whom. */
function rulesOf(held: ReleaseOfStaff): string[] {
  const { release, stories, isConfirmed, gaps } = held;
  if (!release.isHeld)
    return ['Đợt đã công bố: báo chí tự tải bộ tư liệu ở trang công khai, luôn là bản đang công bố.'];
  if (!isConfirmed)
    return [
      'Đợt chưa chốt hoặc chưa có giờ, nên chưa có bộ tư liệu để phát. Ghi “Giờ công bố”, chọn “Đã chốt”.',
    ];
  if (stories.length === 0) return ['Chưa có bài nào sẵn sàng; xem “Vì sao” ở các hàng của đợt.'];
  if (waitsForRows(held))
    return [
      `Còn ${gaps.length} hàng chưa sẵn sàng nên đến giờ cả đợt chờ; vì vậy chưa có bộ tư liệu để phát. Sửa từng hàng ở bảng dưới, hoặc đánh dấu “Công bố cả khi chưa đủ”.`,
    ];
  return [
    ...(gaps.length > 0
      ? [`Còn ${gaps.length} hàng chưa sẵn sàng, không có trong bộ này; đợt vẫn lên đúng giờ.`]
      : []),
    'Chỉ gửi cho cơ quan báo chí đã nhận lời giữ đến giờ công bố. Mỗi tệp ghi giờ được phát ở dòng đầu.',
    'Chỉ có bài đã đồng ý công khai và không còn gì thiếu. Bài sửa xong sau khi gửi thì gửi lại bộ mới.',
    'Trang này tính lại mỗi lần mở: tải bộ tư liệu ngay trước khi gửi.',
    'Đổi giờ công bố thì bộ đã gửi sai giờ: báo người đã nhận và gửi lại.',
    'Ảnh và địa chỉ ngắn chỉ mở từ giờ công bố. Muốn cho đọc trước một bài có ảnh thì gửi địa chỉ ở cột “Xem trước” của bài.',
  ];
}

/** What the release still lacks, a row each. */
const gapTable = (gaps: ReleaseOfStaff['gaps']) =>
  gaps.length === 0
    ? []
    : [
        {
          caption: 'Hàng chưa sẵn sàng',
          columns: ['Hàng', 'Vì sao'],
          rows: gaps.map(({ what, why }) => [what, why]),
        },
      ];

const rowOf = (story: Story, release: PressRelease): SheetCell[] => [
  story.id,
  story.name,
  story.unitName,
  shortCitation(story),
  release.isHeld ? missingForPress(story).join(', ') : '',
];

/** The private page of a release: what the press gets, when, what is missing, and the files. `path` is its address. */
export function pressSheet(held: ReleaseOfStaff, path: string, siteUrl: string): StaffSheet {
  const { release, isConfirmed } = held;
  const stories = held.stories.map(undrawn);
  return {
    title: `Tư liệu báo chí: ${release.name}`,
    lead: embargoWords(release) && isConfirmed ? `${embargoWords(release)}.` : 'Tính lại mỗi lần mở trang.',
    links: [
      ...(hasKit(held)
        ? [{ text: 'Tải bộ tư liệu gửi báo chí (.zip)', href: `${path}${kitName(release)}` }]
        : []),
      ...(hasBook(held) && !release.isHeld
        ? [{ text: 'Trang công khai của đợt', href: `${siteUrl}${releasePaths(release.slug).page}` }]
        : []),
      ...(hasBook(held) ? [{ text: 'Tải sổ báo chí để in (.docx)', href: `${path}${bookName}` }] : []),
    ],
    facts: [
      ['Giờ công bố', isConfirmed ? officialDateTime(release.at) : 'chưa chốt'],
      ['Gồm', stories.length > 0 ? countWords(stories) : 'chưa có bài nào sẵn sàng'],
    ],
    notes: rulesOf(held),
    tables: [
      ...gapTable(held.gaps),
      ...(stories.length === 0
        ? []
        : [
            {
              caption: 'Điển hình của đợt',
              columns: ['Mã', 'Tên', 'Đơn vị', 'Trích dẫn ngắn', 'Báo chí sẽ hỏi'],
              rows: stories.map((story) => rowOf(story, release)),
            },
          ]),
    ],
  };
}

/** A file of that page by its name; null for any other name, while staff have not confirmed the release, and for the kit of one that waits for rows. */
export async function pressFile(
  held: ReleaseOfStaff,
  name: string,
  siteUrl: string,
): Promise<SheetFile | null> {
  const { release, adoptions } = held;
  if (!hasBook(held)) return null;
  const origin = new URL(siteUrl);
  const stories = held.stories.map(undrawn);
  if (hasKit(held) && name === kitName(release))
    return { body: releaseKit(release, stories, origin, adoptions), type: 'application/zip', name };
  if (name !== bookName) return null;
  const body = new Uint8Array(await Packer.toArrayBuffer(pressBook(release, stories, origin, adoptions)));
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return { body, type, name };
}
