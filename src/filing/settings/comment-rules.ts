import { readText } from '../../platform/spreadsheet/read-text.ts';
import { cleanText } from '../../vietnamese/clean-text.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import { findUnreadable } from '../../vietnamese/unreadable.ts';
import { caseOf, lastDayByRule } from '../../vocabulary/comment-cases.ts';
import { holidays } from '../../vocabulary/holidays.ts';
import type { CommentRow } from '../../vocabulary/owner-settings.ts';
import { nameOfColumn, type PulledRow } from '../delivery/pulled-row.ts';
import { filesOf } from './attached.ts';
import { dayOf, instantOf, isUnfilled, type ReadRow, textOf } from './cells.ts';

/** Choices of `Cách tính ngày` in `Lấy ý kiến`. */
export const dayKindNames = { working: 'Ngày làm việc', calendar: 'Ngày liên tục' } as const satisfies Record<
  CommentRow['dayKind'],
  string
>;

const kinds = ['working', 'calendar'] as const;
const [mostDays, mostRows, mostColumns] = [90, 600, 8] as const;
/** Headings of what a public list must not hold: a column with such a name is refused. */
const unwanted =
  /ngày sinh|năm sinh|cccd|cmnd|căn cước|định danh|hộ khẩu|thường trú|nơi ở|điện thoại|thư điện tử|email/iu;

/** Properties that must hold a text, and what to type. */
const needed = [
  ['name', 'ghi tên đợt như người đọc thấy.'],
  ['basis', 'ghi điều, khoản, văn bản quy định việc lấy ý kiến và số ngày.'],
  ['ways', 'ghi gửi góp ý bằng giấy, điện thoại tới đâu.'],
] as const;

/** Properties that the page prints word for word: a place that nobody has filled stops the row. */
const spoken = ['name', 'basis', 'ways', 'list', 'draft', 'outcome'] as const;

/** The list as rows of cells; empty rows are left out. */
function readList(row: PulledRow): string[][] {
  const pasted = typeof row.cells.list === 'string' ? row.cells.list : '';
  if (pasted.trim() === '') return [];
  return readText(pasted)
    .map((cells) => cells.map((cell) => cleanText(cell).replace(/\s+/gu, ' ').trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
}

function listProblem([headings = [], ...rows]: string[][]): string | null {
  if (headings.length === 0) return null;
  if (rows.length === 0) return 'chỉ có một dòng. Dán cả hàng tên cột và các dòng tên.';
  if (rows.length > mostRows) return `có ${rows.length} dòng, nhiều nhất ${mostRows}. Chia thành hai đợt.`;
  if (headings.length > mostColumns) return `có ${headings.length} cột, nhiều nhất ${mostColumns}.`;
  const private_ = headings.find((heading) => unwanted.test(heading));
  return private_ === undefined
    ? null
    : `bỏ cột “${private_}”: không đăng dữ liệu này của người được đề nghị.`;
}

/** Reads a row of `Lấy ý kiến`. A row that is not ticked sets nothing. `shown`: the list as the public saw it. */
export function readComment(row: PulledRow, shown?: CommentRow): ReadRow {
  if (row.cells.applies !== true) return { is: 'nothing' };
  const at = (property: string, wrong: string) => `Cột “${nameOfColumn(row, property)}”: ${wrong}`;
  const wrong = needed.flatMap(([property, advice]) =>
    textOf(row, property) === '' ? [at(property, `còn trống; ${advice}`)] : [],
  );
  const id = textOf(row, 'id');
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 60)
    wrong.push(at('id', 'chỉ gồm chữ thường không dấu, chữ số, gạch nối, ví dụ “2026-dot-1”.'));
  const opensAt = instantOf(row, 'opensAt');
  if (!opensAt) wrong.push(at('opensAt', 'còn trống. Ghi ngày giờ đăng.'));
  const days = Number(textOf(row, 'days'));
  if (!(Number.isInteger(days) && days >= 1 && days <= mostDays))
    wrong.push(at('days', `ghi một số nguyên từ 1 đến ${mostDays}, theo căn cứ.`));
  const dayKind = kinds.find((one) => dayKindNames[one] === row.cells.dayKind);
  if (!dayKind) wrong.push(at('dayKind', `chọn một trong: ${Object.values(dayKindNames).join(', ')}.`));
  const list = readList(row);
  const ofList = listProblem(list);
  if (ofList) wrong.push(at('list', ofList));
  const [draft, outcome] = [textOf(row, 'draft') || null, textOf(row, 'outcome') || null];
  const files = filesOf(row, 'files').map(({ id: file, name }) => ({ id: file, name }));
  if (list.length === 0 && draft === null && files.length === 0)
    wrong.push(at('list', 'chưa có danh sách, dự thảo hay tệp nào. Dán danh sách, hoặc đính tệp.'));
  for (const [property, text] of [
    ['draft', draft],
    ['outcome', outcome],
    ['list', list.flat().join('\n')],
  ] as const) {
    const unreadable = findUnreadable(text ?? '');
    if (unreadable) wrong.push(at(property, unreadable.message));
  }
  for (const property of spoken)
    if (isUnfilled(textOf(row, property)))
      wrong.push(
        at(property, 'còn chỗ chưa điền, trong ngoặc vuông; thay bằng lời đã đối chiếu rồi mới đăng.'),
      );
  if (!opensAt || !dayKind || wrong.length > 0) return { is: 'wrong', wrong };
  const rule = { opensAt, days, dayKind, countsFirstDay: row.cells.countsFirstDay === true };
  const [least, lastDay] = [lastDayByRule(rule, holidays()), dayOf(row, 'lastDay')];
  // Days off that came later make no last day wrong that the public was told.
  if (lastDay !== null && lastDay < least && lastDay !== shown?.lastDay)
    return {
      is: 'wrong',
      wrong: [
        at(
          'lastDay',
          `sớm hơn ${officialDate(least)}, ngày cuối theo số ngày đã ghi. Ghi ngày sau đó, hoặc để trống.`,
        ),
      ],
    };
  const [name, basis, ways] = [textOf(row, 'name'), textOf(row, 'basis'), textOf(row, 'ways')];
  const value = {
    is: 'comment',
    id,
    name,
    ...rule,
    lastDay,
    basis,
    ways,
    list,
    draft,
    outcome,
    files,
    until: null,
    takenOff: null,
  } as const;
  // A case that cannot be placed in time is none.
  return Number.isNaN(caseOf({ ...value }).closesAt.getTime())
    ? { is: 'wrong', wrong: [at('opensAt', 'ghi lại ngày giờ đăng.')] }
    : { is: 'set', value };
}
