import { z } from 'zod';
import { storyKindNames, storyStates } from '../../gallery/story.ts';
import { fold } from '../../vietnamese/fold.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';
import { criteriaGroups, occasions, strands } from '../../vocabulary/taxonomy.ts';
import type { DraftToWrite } from '../drafts/write-drafts.ts';
import { answer, lines, named, unitName } from './answers.ts';
import type { Cell } from './column.ts';
import { stateColumn } from './state-column.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The parts of a model's text by their fields; see `modelParts`. */
const modelParts = [
  ['Bối cảnh', 'context'],
  ['Mục tiêu', 'goal'],
  ['Cách làm', 'approach'],
  ['Tính mới', 'novelty'],
  ['Phạm vi áp dụng', 'scope'],
  ['Kết quả', 'results'],
  ['Chi phí', 'cost'],
  ['Điều kiện nhân rộng', 'conditions'],
  ['Bài học', 'lessons'],
] as const;

const longestSummary = 400;

/** The first sentences of a text. */
function firstSentences(said: string): string {
  const sentences = said.replace(/\s+/g, ' ').match(/[^.!?…]+[.!?…]*\s*/gu) ?? [];
  let short = '';
  for (const sentence of sentences) {
    if (short !== '' && short.length + sentence.length > longestSummary) break;
    short += sentence;
  }
  return short.trim().slice(0, 1000);
}

const evidenceSchema = z
  .array(z.object({ what: z.string().optional(), address: z.string().optional() }))
  .catch([]);

/** What staff may use besides, and where it is. Nothing of it is published. */
function material({ code, answers, files }: DraftToWrite): string {
  const links = evidenceSchema
    .parse(answers.evidence)
    .map(({ what = '', address = '' }) => `${what}: ${address}`.replace(/^: |: $/g, ''));
  const agreed = answers.publicConsent === true ? 'đã' : 'chưa';
  return [
    `Tạo từ hồ sơ ${code} của bảng “Đề cử”.`,
    ...(files.length > 0
      ? [`Tệp kèm ở hàng của hồ sơ, ảnh dùng được thì kéo sang cột “Ảnh”: ${files.join(', ')}.`]
      : []),
    ...(links.length > 0 ? ['Minh chứng trên mạng:', ...links] : []),
    `Khi gửi đề cử, đơn vị ${agreed} đồng ý đăng công khai; trước khi công bố hỏi lại người, đơn vị được nêu.`,
  ].join('\n');
}

/** Who is honoured, and for what. A person works at a place, which need not be the unit that nominates. */
function ofNominee(draft: DraftToWrite): Record<string, Cell> {
  const { form, answers } = draft;
  const unit = unitName(draft);
  if (form === 'de-cu-ca-nhan') {
    const place = text(answers.place);
    const isOfUnit = typeof unit === 'string' && fold(place).includes(fold(unit));
    return {
      Loại: storyKindNames['ca-nhan'],
      'Tóm tắt': text(answers.summary),
      'Nội dung': text(answers.achievements),
      'Mã đơn vị': isOfUnit ? answer('unitCode')(draft) : undefined,
      'Tên đơn vị': place,
      'Nhóm tiêu chí': criteriaGroups.find(({ id }) => id === 'ca-nhan')?.name,
      'Tiêu chí': typeof answers.subject === 'string' ? [answers.subject] : undefined,
    };
  }
  const isModel = form === 'de-cu-mo-hinh';
  const parts = modelParts.flatMap(([title, field]) =>
    text(answers[field]) === '' ? [] : [`## ${title}\n\n${text(answers[field])}`],
  );
  return {
    Loại: storyKindNames[isModel ? 'mo-hinh' : 'tap-the'],
    'Tóm tắt': isModel ? firstSentences(text(answers.results)) : text(answers.summary),
    'Nội dung': isModel ? parts.join('\n\n') : text(answers.achievements),
    'Mã đơn vị': answer('unitCode')(draft),
    'Tên đơn vị': unit,
    'Nhóm tiêu chí': named('criteriaGroup', criteriaGroups)(draft),
    'Tiêu chí': answer('criteria')(draft),
    // The form asks for this contact in order to publish it; that of the unit stays in the nomination.
    ...(isModel && answers.publicConsent === true && { 'Liên hệ công khai': text(answers.sharingContact) }),
  };
}

/**
 * The cells of a draft by the columns of `Điển hình`: what the nomination says, and nothing that is still to be decided: no award, no
 * consent.
 */
export function draftCells(draft: DraftToWrite): Record<string, Cell> {
  const { answers, code, storyId, receivedAt } = draft;
  return {
    Mã: storyId,
    Tên: text(answers.name),
    ...ofNominee(draft),
    'Nội dung thi đua': named('strands', strands)(draft),
    'Chỉ số trước và sau': lines('indicators')(draft),
    Năm: Number(dayInVietnam(receivedAt).slice(0, 4)),
    Dịp: named('suggestedOccasion', occasions)(draft),
    [stateColumn]: storyStates[0].name,
    'Mã hồ sơ': code,
    'Tư liệu từ đề cử': material(draft),
  };
}
