import { z } from 'zod';
import { fold } from '../../vietnamese/fold.ts';
import { unitByCode } from '../../vocabulary/units.ts';
import { nameOfColumn } from '../delivery/pulled-row.ts';
import type { StaffDecision } from '../submission.ts';

/** A question of a unit and its answer, as the public reads them. */
export const publicAnswerSchema = z.object({
  /** Its anchor on `/hoi-dap/`. */
  id: z.string(),
  question: z.string(),
  answer: z.string(),
  /** Clause of the plan, as `ii-3`; null for a question about none. */
  clause: z.string().nullable(),
  /** Day of the answer, `YYYY-MM-DD` in Việt Nam. */
  day: z.iso.date(),
});

/** See `publicAnswerSchema`. */
export type PublicAnswer = z.infer<typeof publicAnswerSchema>;

/** Within how many working days half of the questions were answered; null while there are too few. */
export const answerTimesSchema = z.object({ id: z.string(), medianDays: z.number().nullable() });

/** State in which a question is answered. */
export const answeredState = 'da-tra-loi';

/** What the public answer rests on: the submission as stored. */
export interface Asked {
  state: string;
  answers: Readonly<Record<string, unknown>>;
}

/** What a row of questions publishes, or why it publishes nothing, in words for staff; both null where staff want nothing public. */
export interface ReadPublic {
  words: { question: string; answer: string; clause: string | null } | null;
  problem: string | null;
}

const nothing: ReadPublic = { words: null, problem: null };

const personal = {
  contactName: 'tên người gửi',
  contactEmail: 'thư điện tử',
  contactPhone: 'số điện thoại',
  unitName: 'tên đơn vị',
};
/**
 * The name of a listed unit, as it is spoken of. An answer may name an agency of the city, which often is whom to turn to; a commune
 * that asks is named nowhere.
 */
function listedName(code: unknown, property: string): string | null {
  const unit = unitByCode(code);
  if (!unit || (property === 'answer' && unit.group !== 'xa-phuong')) return null;
  return unit.name.replace(/^UBND /, '');
}

/** So short a name would be found in any text. */
const shortestName = 5;
/** Digits alone, where a text is a telephone number. */
const comparable = (text: string) => {
  const digits = text.replaceAll(/[\s.()+-]/g, '');
  return /^\d{8,}$/.test(digits) ? digits : fold(text);
};

/** What of the sender stands in a text: his name, unit, address or number. */
function namedIn(property: string, text: string, answers: Asked['answers']): string | null {
  const [words, digits] = [fold(text), text.replaceAll(/[\s.()+-]/g, '')];
  const unitName = answers.unitName ?? listedName(answers.unitCode, property);
  for (const [field, name] of Object.entries(personal)) {
    const value = field === 'unitName' ? unitName : answers[field];
    if (typeof value !== 'string' || value.trim().length < shortestName) continue;
    const wanted = comparable(value.trim());
    if (words.includes(wanted) || digits.includes(wanted)) return name;
  }
  return null;
}

/**
 * What a row of `Phản hồi` publishes. Staff tick it last, so nothing is public while they write; the unit must have agreed, the case
 * must be answered, and no name of the sender may stand in the words.
 */
export function readPublicAnswer(row: StaffDecision, asked: Asked): ReadPublic {
  const { isPublic, agreed, question, answer, clause } = row.shared ?? {};
  if (!isPublic) return nothing;
  const wrong = (property: string, what: string): ReadPublic => ({
    words: null,
    problem: `Cột “${nameOfColumn(row, property)}”: ${what}`,
  });
  if (!agreed || asked.answers.publicConsent !== true)
    return wrong(
      'agreed',
      'đơn vị không đồng ý đăng, nên câu hỏi không lên trang Hỏi đáp. Bỏ đánh dấu đăng.',
    );
  if (asked.state !== answeredState)
    return wrong('state', 'chưa là “Đã trả lời”, nên câu hỏi chưa lên trang Hỏi đáp.');
  if (!question?.trim().endsWith('?')) return wrong('question', 'ghi một câu hỏi, kết thúc bằng dấu hỏi.');
  if (!answer?.trim()) return wrong('answer', 'còn trống. Ghi câu trả lời cho mọi người đọc.');
  for (const [property, text] of Object.entries({ question, answer })) {
    const named = namedIn(property, text, asked.answers);
    if (named) return wrong(property, `có ${named}. Viết lại, không nêu người hỏi.`);
  }
  return {
    words: { question: question.trim(), answer: answer.trim(), clause: clause ?? null },
    problem: null,
  };
}
