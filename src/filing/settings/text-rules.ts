import { findUnreadable } from '../../vietnamese/unreadable.ts';
import type { OwnerText } from '../../vocabulary/owner-settings.ts';
import { nameOfColumn, type PulledRow } from '../delivery/pulled-row.ts';
import { filesOf } from './attached.ts';
import { dayOf, type ReadRow, textOf } from './cells.ts';

/** Choices of `Vai trò` in `Văn bản`. */
export const textRoleNames = {
  'can-cu': 'Căn cứ của trang',
  'huong-dan': 'Hướng dẫn khen thưởng của Sở Nội vụ',
  'tieu-chi-khcn': 'Tiêu chí của Sở Khoa học và Công nghệ',
  'tieu-chi-nnmt': 'Tiêu chí của Sở Nông nghiệp và Môi trường',
} as const satisfies Record<OwnerText['role'], string>;

const roles = ['can-cu', 'huong-dan', 'tieu-chi-khcn', 'tieu-chi-nnmt'] as const;

/** Properties that must hold a text, and what to type. */
const needed = [
  ['kind', 'ghi loại văn bản: Luật, Nghị định, Quyết định, Hướng dẫn…'],
  ['number', 'ghi số hiệu như trên văn bản, ví dụ “152/2025/NĐ-CP”.'],
  ['title', 'ghi trích yếu.'],
  ['issuer', 'ghi cơ quan ban hành.'],
] as const;

/** Reads a row of `Văn bản`. */
export function readText(row: PulledRow): ReadRow {
  const at = (property: string, wrong: string) => `Cột “${nameOfColumn(row, property)}”: ${wrong}`;
  const role = roles.find((one) => textRoleNames[one] === row.cells.role);
  const date = dayOf(row, 'date');
  const [validFrom, lapsesOn] = [dayOf(row, 'validFrom'), dayOf(row, 'lapsesOn')];
  const [kind = '', number = '', title = '', issuer = ''] = needed.map(([property]) => textOf(row, property));
  const address = textOf(row, 'address');
  const wrong = needed.flatMap(([property, advice]) =>
    textOf(row, property) === '' ? [at(property, `còn trống; ${advice}`)] : [],
  );
  if (!role) wrong.push(at('role', `chọn một trong: ${Object.values(textRoleNames).join('; ')}.`));
  if (!date) wrong.push(at('date', 'ghi ngày ký.'));
  if (validFrom && lapsesOn && lapsesOn <= validFrom)
    wrong.push(at('lapsesOn', 'không sau ngày có hiệu lực. Ghi ngày đầu tiên văn bản hết hiệu lực.'));
  if (address !== '' && !(URL.canParse(address) && address.startsWith('https://')))
    wrong.push(at('address', 'ghi địa chỉ đầy đủ, bắt đầu bằng https://, hoặc để trống.'));
  const content = textOf(row, 'content');
  const unreadable = findUnreadable(content);
  if (unreadable) wrong.push(at('content', unreadable.message));
  if (!role || !date || wrong.length > 0) return { is: 'wrong', wrong };
  const text = { is: 'text', role, kind, number, title, issuer, date } as const;
  const files = filesOf(row, 'files').map(({ id, name }) => ({ id, name }));
  const successor = textOf(row, 'successor') || null;
  return {
    is: 'set',
    value: {
      ...text,
      validFrom,
      lapsesOn,
      successor,
      address: address || null,
      content: content || null,
      files,
    },
  };
}
