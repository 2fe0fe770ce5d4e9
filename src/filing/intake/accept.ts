import { honeypotName, keyName } from '../definitions/form.ts';
import type { Form } from '../definitions/registry.ts';
import { filesName } from '../definitions/uploaded-file.ts';
import { type FindFiles, filesOfSubmission } from '../evidence/server/submission-files.ts';
import { type Issue, mistakesIn } from '../forms/field-errors.ts';
import type { FieldError } from '../submission.ts';
import type { NewSubmission } from './store.ts';
import { keyOfWords, readSubmissionKey } from './submission-key.ts';

/** The message for a sender above the hourly filing limit. */
export const tooManySubmissions = 'Địa chỉ này đã gửi quá nhiều phiếu trong một giờ. Hãy chờ rồi gửi lại.';

/** The evidence files of a submission. */
interface Files {
  find: FindFiles;
  /** Why uploaded files were refused, in words for the filer. */
  problems: readonly string[];
}

/**
 * Checks the answers of a submission. Returns the submission to store, or every mistake in the order of the form. Drops fields that
 * the form does not define.
 */
export async function checkSubmission(
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
  const files = await filesOfSubmission(form.id, checked.data, find);
  if (!files.ok) return { ok: false, errors: [files.error] };
  // Store the facts of the files instead of their tokens: the same files under new tokens are the same answer.
  const answers = files.ids.length > 0 ? { ...checked.data, [filesName]: files.facts } : checked.data;
  const submission = {
    form: form.id,
    formVersion: form.version,
    submissionKey: sent.key ?? keyOfWords(form.id, form.version, answers),
    unitCode: 'unitCode' in checked.data ? checked.data.unitCode : null,
    answers,
    consentVersion: form.consentVersion,
    files: files.ids,
  };
  return { ok: true, submission };
}

/** The mistake for a submission whose key already belongs to a submission with other answers. */
export const alreadyFiled = (code: string): FieldError => ({
  field: keyName,
  message: `Phiếu này đã được nhận, mã hồ sơ ${code}. Những chỗ sửa sau đó chưa được ghi nhận. Gửi lần nữa nếu muốn nộp bản sửa thành một hồ sơ mới.`,
});
