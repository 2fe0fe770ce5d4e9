import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { mistakesIn } from '../forms/field-errors.ts';
import { filesName } from '../definitions/uploaded-file.ts';
import { viewOf } from '../definitions/view.ts';
import type { FieldError } from '../submission.ts';
import type { InformationRequest } from './information-request.ts';

/** Name of the boxes with which a unit takes an answer away; their values are names of fields. */
export const removedName = 'xoaTraLoi';

/** New answers that may be stored, or the mistakes in them. An answer that is taken away stands there as undefined. */
type Checked = { ok: true; answers: Record<string, unknown> } | { ok: false; errors: FieldError[] };

const noFile: FieldError = {
  field: filesName,
  message: 'Chọn ít nhất một tệp. Không có tệp thì hãy liên hệ Sở Nội vụ.',
};
const nothingChanged: FieldError = {
  field: removedName,
  message: 'Chưa có câu nào khác trước. Sửa ít nhất một câu rồi gửi.',
};

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) &&
    value.every((row) => typeof row === 'object' && row !== null && Object.values(row).every(isEmpty)));

/** Whether a question may be left without an answer. */
export const mayBeEmpty = ({ form }: Pick<InformationRequest, 'form'>, name: string): boolean => {
  const schema = new Map<string, z.ZodType>(Object.entries(form.schema.shape)).get(name);
  return schema !== undefined && name !== filesName && schema.safeParse(undefined).success;
};

function removedIn(filed: Record<string, unknown>): string[] {
  return [filed[removedName] ?? []].flat().filter((name) => typeof name === 'string');
}

/** What was given to the questions asked, what is left as it was, and what goes. */
function answersTo(again: InformationRequest, filed: Record<string, unknown>, isPartial: boolean) {
  const { asked, answers: old, form, kind } = again;
  const removed = removedIn(filed);
  const given: Record<string, unknown> = {};
  for (const name of asked.filter((one) => one !== filesName)) {
    if (!isEmpty(filed[name])) given[name] = filed[name];
    else if (removed.includes(name) && mayBeEmpty(again, name)) given[name] = undefined;
    else if (mayBeEmpty(again, name) || (kind === 'sua' && isPartial && !(name in filed)))
      given[name] = old[name];
    else given[name] = undefined;
  }
  const shape = new Map<string, z.ZodType>(Object.entries(form.schema.shape));
  const now = { ...old, ...given };
  for (const name of asked) {
    // An answer that only matters with another answer, which is given no longer.
    const { onlyWhen } = { ...(shape.has(name) && viewOf(shape.get(name) ?? z.never())) };
    const matters = !onlyWhen || onlyWhen.is.includes(String(now[onlyWhen.field]));
    if (!matters && isEmpty(filed[name])) given[name] = undefined;
  }
  return given;
}

/** As the store gives it back: without what is undefined. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

const same = (one: unknown, other: unknown): boolean => isDeepStrictEqual(stored(one), stored(other));

/**
 * The answers that changed, or the mistakes in them; rules that span fields see the old answers, too. An optional answer that is
 * left empty stays as it was, unless it is named under `removedName`. `isPartial`: what a correction leaves out stays, too.
 */
export function checkSupplement(
  again: InformationRequest,
  filed: Record<string, unknown>,
  isPartial: boolean,
): Checked {
  const { form, asked, answers: old, kind } = again;
  const given = answersTo(again, filed, isPartial);
  // Files as they were stored are not what a form takes; no rule looks at them.
  const before = Object.fromEntries(Object.entries(old).filter(([name]) => name !== filesName));
  const files = asked.includes(filesName) ? { [filesName]: filed[filesName] } : {};
  const checked = form.schema.safeParse({ ...before, ...given, ...files });
  const errors = checked.success
    ? []
    : mistakesIn(form, checked.error.issues).filter(({ field }) =>
        asked.includes(field.split('.')[0] ?? field),
      );
  if (again.isNamed && asked.includes(filesName) && filed[filesName] === undefined) errors.push(noFile);
  if (errors.length > 0) return { ok: false, errors };
  const singly = Object.entries(form.schema.shape).filter(([name]) => asked.includes(name));
  const typed = new Map<string, unknown>(Object.entries({ ...given, ...files }));
  const read = singly.map(([name, schema]): [string, unknown] => [
    name,
    z.safeParse(schema, typed.get(name)).data,
  ]);
  const changed = read.filter(([name, answer]) => !same(answer, old[name]) && name !== filesName);
  const newFiles = read.filter(([name, answer]) => name === filesName && answer !== undefined);
  if (kind === 'sua' && changed.length + newFiles.length === 0)
    return { ok: false, errors: [nothingChanged] };
  return { ok: true, answers: Object.fromEntries([...changed, ...newFiles]) };
}
