import { officialDateTime } from '../../../vietnamese/official-date.ts';
import { changeKinds, instantOf, type Statement } from './signed-receipt.ts';

/** What a statement says, in one line: “Bổ sung lúc 19:14 ngày 24 tháng 11 năm 2026: Thành tích, Tệp minh chứng”. */
export function statementWords(statement: Statement): string {
  const when = `lúc ${officialDateTime(new Date(instantOf(statement)))}`;
  if (statement.v === 1) return `Nhận phiếu ${when}`;
  const { kind, questions } = statement;
  const what = kind === 'rut' ? '' : `: ${questions.join(', ') || 'không câu nào đổi'}`;
  return `${changeKinds[kind]} ${when}${what}`;
}
