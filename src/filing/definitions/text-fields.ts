import { z } from 'zod';
import { lettered, readable } from './readable.ts';
import { type FieldOptions, show } from './view.ts';

type Limited = FieldOptions & { max: number };

/** Missing answers say what to do; a field sent twice or with the wrong shape says so. */
export const say = (missing: string) => ({
  error: (issue: { input?: unknown }) =>
    issue.input === undefined ? missing : 'Ô này nhận một câu trả lời bằng chữ.',
});

/** What to say of a text that is longer than `max`. */
export const tooLong = ({ label }: Pick<FieldOptions, 'label'>, max: number) =>
  `“${label}” dài quá ${max.toLocaleString('vi')} ký tự. Hãy rút ngắn.`;

const withLetters = ({ label }: FieldOptions) => lettered(`“${label}” cần có chữ, không chỉ số và dấu.`);

function words(view: Limited, missing: string) {
  return z.string(say(missing)).max(view.max, tooLong(view, view.max)).check(readable(view));
}

/** Tabs and line breaks of a table or a program as spaces. */
const inOneLine = (text: string): string => text.replace(/[\t\n]+/g, ' ');

function line(view: Limited, missing: string) {
  return z
    .string(say(missing))
    .overwrite(inOneLine)
    .max(view.max, tooLong(view, view.max))
    .check(readable(view));
}

const enter = ({ label }: FieldOptions) => `Nhập “${label}”.`;

/** A required line of words: a name, a title. */
export function text(view: Limited) {
  return show(line(view, enter(view)).check(withLetters(view)), { control: 'text', ...view });
}

/** A line of text that may be left empty: words, a number, a sign. */
export function optionalText(view: Limited) {
  return show(line(view, '').optional(), { control: 'text', optional: true, ...view });
}

/** A name that may be left empty. */
export function optionalName(view: Limited) {
  const schema = line(view, '').check(withLetters(view)).optional();
  return show(schema, { control: 'text', optional: true, ...view });
}

/** A required longer text. */
export function longText(view: Limited) {
  return show(words(view, enter(view)).check(withLetters(view)), { control: 'textarea', ...view });
}

/** A longer text that may be left empty. */
export function optionalLongText(view: Limited) {
  return show(words(view, '').optional(), { control: 'textarea', optional: true, ...view });
}
