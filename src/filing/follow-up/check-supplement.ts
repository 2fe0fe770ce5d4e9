import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { filesName } from '../definitions/uploaded-file.ts';
import { viewOf } from '../definitions/view.ts';
import { mistakesIn } from '../forms/field-errors.ts';
import type { FieldError } from '../submission.ts';
import type { InformationRequest } from './information-request.ts';

/** Name of the checkboxes that remove an answer; their values are field names. */
export const removedName = 'xoaTraLoi';

/** New answers to store, or the mistakes in them. A removed answer is present as undefined. */
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

/** The new, the kept and the removed answers to the open questions. */
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
    // Drop an answer that depends on another answer, where that one no longer holds.
    const { onlyWhen } = { ...(shape.has(name) && viewOf(shape.get(name) ?? z.never())) };
    const matters = !onlyWhen || onlyWhen.is.includes(String(now[onlyWhen.field]));
    if (!matters && isEmpty(filed[name])) given[name] = undefined;
  }
  return given;
}

/** A value as the store returns it: without undefined properties. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

const same = (one: unknown, other: unknown): boolean => isDeepStrictEqual(stored(one), stored(other));

/**
 * Returns the changed answers, or the mistakes in them. Rules across fields also see the old answers. An empty optional answer keeps
 * its old value unless `removedName` names it. With `isPartial`, fields that a correction leaves out keep their values too.
 */
export function checkSupplement(
  again: InformationRequest,
  filed: Record<string, unknown>,
  isPartial: boolean,
): Checked {
  const { form, asked, answers: old, kind } = again;
  const given = answersTo(again, filed, isPartial);
  // The form schema does not accept stored files, and no rule reads them.
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
