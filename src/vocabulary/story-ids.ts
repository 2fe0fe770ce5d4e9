import { cleanText } from '../vietnamese/clean-text.ts';

/** Id of a model that others can apply: `Mã` of a row of `Điển hình`. An honoree's id begins with `VD-`. */
export const modelId = /^MH-\d{4,}$/;

/** Prefix of the codes of invented units. A record of such a unit is a sample. */
export const samplePrefix = 'minh-hoa-';

/** A `Mã` as staff may type it: other blanks, dashes and case say the same id. Undefined for what is no `Mã`. */
export function tidyStoryId(typed: string): string | undefined {
  const [, kind = '', number] = /^(MH|VD)[\s\p{Pd}_.]*(\d{4,})$/iu.exec(cleanText(typed).trim()) ?? [];
  return number === undefined ? undefined : `${kind.toUpperCase()}-${number}`;
}
