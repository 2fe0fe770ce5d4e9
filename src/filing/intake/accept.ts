import { filesOfFiling, type FindFiles } from '../evidence/server/filed-files.ts';
import { type Issue, mistakesIn } from '../forms/field-errors.ts';
import { filesName } from '../definitions/uploaded-file.ts';
import { honeypotName, keyName } from '../definitions/form.ts';
import type { Form } from '../definitions/registry.ts';
import type { FieldError } from '../submission.ts';
import type { NewSubmission } from './store.ts';
import { keyOfWords, readSubmissionKey } from './submission-key.ts';

/** What one is told who files too often. */
export const tooManyFilings = 'Địa chỉ này đã gửi quá nhiều phiếu trong một giờ. Hãy chờ rồi gửi lại.';

/** What a filing knows of its files. */
interface Files {
  find: FindFiles;
  /** What is wrong with files that came along, in words for their sender. */
  problems: readonly string[];
}

/**
 * The submission that was filed, ready to be stored, or every mistake in it in the order of the form. Fields that the form does
 * not have are left out.
 */
export async function checkFiling(
  form: Form,
  filed: Record<string, unknown>,
  { find, problems }: Files,
): Promise<{ ok: true; submission: NewSubmission } | { ok: false; errors: FieldError[] }> {
  if (filed[honeypotName] !== undefined) {
    return { ok: false, errors: [{ field: honeypotName, message: 'Hãy xóa chữ trong ô này rồi gửi lại.' }] };
  }
  const sent = readSubmissionKey(filed);
  if (!sent.ok) return { ok: false, errors: [sent.error] };
  const checked = form.schema.safeParse(filed);
  const refused = problems.length > 0 ? [{ path: [filesName], message: problems.join(' ') }] : [];
  const issues: Issue[] = [...refused, ...(checked.error?.issues ?? [])];
  if (!checked.success || issues.length > 0) return { ok: false, errors: mistakesIn(form, issues) };
  const files = await filesOfFiling(form.id, checked.data, find);
  if (!files.ok) return { ok: false, errors: [files.error] };
  // What the tokens stood for: with other tokens the same files are the same answer.
  const answers = files.ids.length > 0 ? { ...checked.data, [filesName]: files.facts } : checked.data;
  const submission = {
    form: form.id,
    formVersion: form.version,
    submissionKey: sent.key ?? keyOfWords(form.id, form.version, answers),
    unitCode: checked.data.unitCode,
    answers,
    consentVersion: form.consentVersion,
    files: files.ids,
  };
  return { ok: true, submission };
}

/** What is said of a filing whose key stands for other answers. */
export const alreadyFiled = (code: string): FieldError => ({
  field: keyName,
  message: `Phiếu này đã được nhận, mã hồ sơ ${code}. Những chỗ sửa sau đó chưa được ghi nhận. Gửi lần nữa nếu muốn nộp bản sửa thành một hồ sơ mới.`,
});
