import { isObject } from '../../../platform/json.ts';
import { type ChangeKind, changeKinds, type Statement } from './signed-receipt.ts';

export { isObject };

const isText = (value: unknown): value is string => typeof value === 'string';
const isKind = (value: unknown): value is ChangeKind => isText(value) && Object.hasOwn(changeKinds, value);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

/** A statement, of what may be anything; null for what is no statement of a known version. */
export function readStatement(value: unknown): Statement | null {
  if (!isObject(value)) return null;
  const { v, code, form, formVersion, receivedAt, answersSha256 } = value;
  if (!isText(code) || !isText(form) || !isText(formVersion) || !isText(answersSha256)) return null;
  if (v === 1) return isText(receivedAt) ? { v, code, form, formVersion, receivedAt, answersSha256 } : null;
  const { kind, at, questions, previousSha256 } = value;
  if (v !== 2 || !isKind(kind) || !isText(at) || !isTexts(questions) || !isText(previousSha256)) return null;
  return { v, code, form, formVersion, kind, at, questions, answersSha256, previousSha256 };
}
