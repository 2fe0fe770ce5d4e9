import { consentChoices } from '../../gallery/award-decisions/decision.ts';
import { awardListForm } from '../../gallery/award-decisions/list-form.ts';
import { storyKindNames } from '../../gallery/story.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import { awardForms, occasions } from '../../vocabulary/taxonomy.ts';
import type { SheetCell, SheetTable, StaffSheet } from '../staff-pages/sheet.ts';
import type { CheckedDecision, CheckedLine } from './find-decision.ts';

const nameIn = (list: readonly { id: string; name: string }[], id: string | null) =>
  list.find((item) => item.id === id)?.name ?? '';

const consentWords: Readonly<Record<CheckedLine['consent'], string>> = {
  ticked: 'đã có',
  agreed: 'vừa đồng ý',
  refused: 'không đồng ý',
  asked: 'đang chờ trả lời',
  none: '',
};

const headings = [
  'Tên',
  'Ở đâu',
  'Loại',
  'Chức vụ, đơn vị',
  'Hình thức riêng',
  'Đề cử',
  'Bài',
  'Đồng ý',
  'Cần xem',
] as const;

/** What a line is shown with. */
interface Shown {
  siteUrl: string;
  /** The award of lines that name none. */
  award: string | null;
}

function rowOf(line: CheckedLine, { siteUrl, award }: Shown): SheetCell[] {
  const { storyId, row, path } = line;
  const words = { none: '', there: storyId ?? '', gone: `${storyId} (đã bị xóa)` };
  const story = words[row];
  return [
    line.name || '(chưa có tên)',
    line.where,
    line.kind === null ? 'chưa rõ' : storyKindNames[line.kind],
    [line.position, line.unitName].filter(Boolean).join(', '),
    line.award === award ? '' : nameIn(awardForms, line.award),
    line.filingCode ?? '',
    path === null ? story : { text: story, href: `${siteUrl}${path}` },
    consentWords[line.consent],
    [...line.doubts, ...(line.error === null ? [] : [line.error])].join(' '),
  ];
}

/** A column that says nothing in any line is left out. */
function tableOf(caption: string, lines: readonly CheckedLine[], shown: Shown): SheetTable[] {
  const rows = lines.map((line) => rowOf(line, shown));
  if (rows.length === 0) return [];
  const said = headings.map((_, at) => rows.some((row) => row[at] !== ''));
  const kept = <T>(cells: readonly T[]) => cells.filter((_, at) => said[at]);
  return [{ caption: `${caption}: ${lines.length}`, columns: kept(headings), rows: rows.map(kept) }];
}

function nextStep({ isWanted, notes, lines, problems }: CheckedDecision): string {
  if (notes === null)
    return problems.length > 0
      ? 'Danh sách chưa đọc được.'
      : 'Chưa có danh sách: dán vào cột “Danh sách” hoặc đính tệp ở cột “Tệp danh sách”. Trang đọc ở lần đồng bộ tới.';
  const unclear = lines.filter(({ kind }) => kind === null).length;
  const written = lines.filter(({ row }) => row !== 'none').length;
  const rest = unclear > 0 ? ` Còn ${unclear} dòng chưa rõ loại hoặc chưa có tên nên chưa tạo bài được.` : '';
  if (!isWanted)
    return `Xem các dòng cần xem, sửa ngay trong danh sách nếu cần, rồi đánh dấu “Tạo bài nháp” ở hàng của quyết định.${rest}`;
  if (written < lines.length - unclear)
    return `Đang tạo bài: ${written} trên ${lines.length} dòng đã có bài. Trang ghi tiếp ở mỗi lần đồng bộ.${rest}`;
  const held = lines.filter(({ consent }) => consent !== 'ticked').length;
  return held === 0
    ? `Mọi dòng đã có bài và đã có sự đồng ý.${rest}`
    : `${written} dòng đã có bài; ${held} bài chưa có sự đồng ý nên chưa lên trang được.${rest}`;
}

const counted = (lines: readonly CheckedLine[], what: (line: CheckedLine) => boolean) =>
  String(lines.filter(what).length);

/** The page on which staff check the list of a decision, line by line, before and after its drafts are made. */
export function decisionSheet(found: CheckedDecision, siteUrl: string): StaffSheet {
  const { decision, lines, notes, problems } = found;
  const doubted = lines.filter(
    ({ doubts, kind, error }) => doubts.length > 0 || kind === null || error !== null,
  );
  const columns = (notes?.columns ?? []).flatMap(({ heading, field }) => {
    const meaning = awardListForm.columns.find(({ name }) => name === field)?.heading;
    return heading === '' || meaning === undefined || meaning === heading
      ? []
      : [`Cột “${heading}” được hiểu là “${meaning}”.`];
  });
  const shown = { siteUrl, award: decision.award };
  return {
    title: `Danh sách của Quyết định ${decision.number}`,
    lead: nextStep(found),
    links: [],
    facts: [
      ['Cần xem', String(doubted.length)],
      ['Số dòng', String(lines.length)],
      ['Tập thể', counted(lines, ({ kind }) => kind === 'tap-the')],
      ['Cá nhân', counted(lines, ({ kind }) => kind === 'ca-nhan')],
      ['Nối với đề cử', counted(lines, ({ filingCode }) => filingCode !== null)],
      ['Đã có bài', counted(lines, ({ row }) => row === 'there')],
      ['Đã có sự đồng ý', counted(lines, ({ consent }) => consent === 'ticked')],
      ['Không đồng ý', counted(lines, ({ consent }) => consent === 'refused')],
      ['Ngày ký', officialDate(decision.date)],
      ['Cơ quan quyết định', decision.body],
      ['Dịp', nameIn(occasions, decision.occasion) || 'chưa chọn'],
      ['Năm của thành tích', String(decision.year)],
      ['Hình thức khi dòng không ghi riêng', nameIn(awardForms, decision.award) || 'chưa chọn'],
      ['Sự đồng ý', consentChoices[decision.consent]],
    ],
    notes: [...problems, ...(notes?.notes ?? []), ...columns],
    tables: [...tableOf('Dòng cần xem', doubted, shown), ...tableOf('Tất cả các dòng', lines, shown)],
  };
}
