import { dayInVietnam, officialDate, officialDateTime } from '../../vietnamese/official-date.ts';
import { saidWords } from '../../vietnamese/said-words.ts';
import { findUnreadable } from '../../vietnamese/unreadable.ts';
import { caseOf, lastDayOf, standingOf } from '../../vocabulary/comment-cases.ts';
import type { CommentRow } from '../../vocabulary/owner-settings.ts';
import { isAvailable, nameOfColumn, type PulledRow } from '../delivery/pulled-row.ts';
import { isUnfilled, type ReadRow, textOf } from './cells.ts';

/** What the public was told of the end of a list. */
const endRule = ['days', 'dayKind', 'countsFirstDay', 'lastDay'] as const;
/** What a row says of a list but its outcome, in the order of the columns. */
const shown = [
  'id',
  'name',
  'opensAt',
  ...endRule,
  'basis',
  'ways',
  'list',
  'draft',
  'files',
] as const satisfies readonly (keyof CommentRow)[];

type Shown = (typeof shown)[number];

const howToTakeOff = 'Muốn rút danh sách xuống, ghi lý do ở cột “Lý do rút”.';

const changed = <Key extends Shown>(keys: readonly Key[], one: CommentRow, other: CommentRow): Key[] =>
  keys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));

const columns = (row: PulledRow, keys: readonly string[]) =>
  `Cột ${keys.map((key) => `“${nameOfColumn(row, key)}”`).join(', ')}`;

const isFit = (text: string) => !isUnfilled(text) && !findUnreadable(text);
const isReason = (text: string) => saidWords(text) !== null && isFit(text);
/** Whether somebody typed something that can be seen. */
const isTyped = (text: string) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

/** A held row: what the site goes on with, and which edits have no effect and why. */
type Held = { is: 'set'; value: CommentRow; told: string[] };

const hold = (value: CommentRow, told: readonly string[] = []): Held => ({
  is: 'set',
  value,
  told: [...told],
});

/** The list is off the page: it never comes back, so that nobody takes two spans of time for one. */
function holdTakenOff(stored: CommentRow & { takenOff: object }, reason: string): Held {
  if (isReason(reason)) return hold({ ...stored, takenOff: { ...stored.takenOff, reason } });
  const words = `Danh sách đã rút xuống ${officialDate(stored.takenOff.on)} và không đăng lại. Muốn lấy ý kiến lại, thêm một hàng có “Mã đợt” khác.`;
  return hold(stored, [words]);
}

/** The time is over: what was shown stays, and staff can only say what became of the comments. */
function holdClosed(stored: CommentRow, row: PulledRow, read: ReadRow): Held {
  const outcome = textOf(row, 'outcome');
  const value =
    isFit(outcome) && isAvailable(row, 'outcome') ? { ...stored, outcome: outcome || null } : stored;
  const now = read.is === 'set' && read.value.is === 'comment' ? read.value : null;
  const lost = now ? changed(shown, now, stored) : [];
  const over = `Danh sách đã hết thời gian góp ý, hết ${officialDate(caseOf(stored).lastDay)}, và trang giữ nguyên những gì đã đăng`;
  if (now)
    return hold(
      value,
      lost.length > 0
        ? [`${columns(row, lost)}: ${over}, nên thay đổi không có tác dụng. ${howToTakeOff}`]
        : [],
    );
  if (read.is === 'nothing')
    return hold(value, [
      `${columns(row, ['applies'])}: ${over}, nên bỏ đánh dấu không có tác dụng. ${howToTakeOff}`,
    ]);
  return hold(value, [
    `${over}; thay đổi ở hàng này không có tác dụng.`,
    ...(read.is === 'wrong' ? read.wrong : []),
  ]);
}

/** While a list is open its texts may be mended; address, beginning and rule of its end stay, so that no day is taken away. */
function holdOpen(stored: CommentRow, row: PulledRow, read: ReadRow): Held {
  const since = `danh sách đã đăng từ ${officialDateTime(stored.opensAt)}`;
  if (read.is === 'nothing')
    return hold(stored, [
      `${columns(row, ['applies'])}: ${since}, nên bỏ đánh dấu không có tác dụng. ${howToTakeOff}`,
    ]);
  if (read.is === 'wrong' || read.value.is !== 'comment')
    return hold(stored, read.is === 'wrong' ? read.wrong : []);
  const { id, opensAt, until } = stored;
  const fixed = changed(['id', 'opensAt'], read.value, stored);
  const next: CommentRow = { ...read.value, id, opensAt, until };
  const told =
    fixed.length > 0
      ? [`${columns(row, fixed)}: ${since}, nên thay đổi không có tác dụng. ${howToTakeOff}`]
      : [];
  const ends = until ?? lastDayOf(stored);
  if (lastDayOf(next) >= ends) return hold(next, told);
  const { days, dayKind, countsFirstDay, lastDay } = stored;
  const early = `người đọc đã được báo góp ý đến hết ${officialDate(ends)}; ngày cuối không sớm lên được, nên thay đổi không có tác dụng.`;
  return hold({ ...next, days, dayKind, countsFirstDay, lastDay }, [
    ...told,
    `${columns(row, changed(endRule, read.value, stored))}: ${early}`,
  ]);
}

/**
 * What a list that the public saw becomes, whatever its row says now. It is taken off by a reason in `Lý do rút` alone; its end never
 * comes earlier; once its time is over it stays as it is.
 */
export function heldList(stored: CommentRow, row: PulledRow, read: ReadRow, now: Date): Held {
  const { takenOff } = stored;
  const reason = textOf(row, 'takenOff');
  if (takenOff !== null) return holdTakenOff({ ...stored, takenOff }, reason);
  const held =
    standingOf(caseOf(stored), now) === 'closed'
      ? holdClosed(stored, row, read)
      : holdOpen(stored, row, read);
  if (!isTyped(reason)) return held;
  if (!isReason(reason))
    return hold(held.value, [
      `${columns(row, ['takenOff'])}: viết lý do thành lời, không để chỗ chưa điền.`,
      ...held.told,
    ]);
  return hold({ ...stored, takenOff: { on: dayInVietnam(now), reason } });
}
