import { z } from 'zod';
import { show, type Shown } from './view.ts';

/** Missing answers say what to do; a field sent twice or with the wrong shape says so. */
export const say = (missing: string) => ({
  error: (issue: { input?: unknown }) =>
    issue.input === undefined ? missing : 'Ô này nhận một câu trả lời bằng chữ.',
});

const tooLong = ({ label }: Shown, max: number) =>
  `“${label}” dài quá ${max.toLocaleString('vi')} ký tự. Hãy rút ngắn.`;

function line(view: Shown & { max: number }, missing: string) {
  return z.string(say(missing)).max(view.max, tooLong(view, view.max));
}

/** A required line of text. */
export function text(view: Shown & { max: number }) {
  return show(line(view, `Nhập “${view.label}”.`), { control: 'text', ...view });
}

/** A line of text that may be left empty. */
export function optionalText(view: Shown & { max: number }) {
  return show(line(view, '').optional(), { control: 'text', optional: true, ...view });
}

/** A required longer text. */
export function longText(view: Shown & { max: number }) {
  return show(line(view, `Nhập “${view.label}”.`), { control: 'textarea', ...view });
}

/** A longer text that may be left empty. */
export function optionalLongText(view: Shown & { max: number }) {
  return show(line(view, '').optional(), { control: 'textarea', optional: true, ...view });
}

/** An e-mail address that may be left empty; where one of several ways to answer is asked, the form says so itself. */
export function optionalEmail(view: Shown) {
  const max = 254;
  const schema = z
    .email({ error: 'Địa chỉ thư chưa đúng. Ví dụ: ten@donvi.gov.vn' })
    .max(max, tooLong(view, max))
    .optional();
  return show(schema, { control: 'email', autocomplete: 'email', max, ...view });
}

/** A telephone number as people write it; may be left empty. */
export function optionalPhone(view: Shown) {
  const schema = z
    .string(say(''))
    .regex(/^(?=(\D*\d){8})\+?[\d\s.()-]{8,20}$/, 'Số điện thoại chưa đúng. Ví dụ: 0251 0000 000')
    .optional();
  return show(schema, { control: 'tel', autocomplete: 'tel', max: 20, ...view });
}

/** The address of a page that anyone can open; may be left empty. */
export function optionalLink(view: Shown) {
  const max = 500;
  const schema = z
    .url({ protocol: /^https?$/, error: 'Địa chỉ chưa đúng. Sao chép cả địa chỉ trang, ví dụ https://…' })
    .max(max, tooLong(view, max))
    .optional();
  return show(schema, { control: 'url', optional: true, max, ...view });
}
