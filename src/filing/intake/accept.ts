import { createHash } from 'node:crypto';
import { filesOfFiling, type FindFiles, takenByAnother } from '../evidence/server/filed-files.ts';
import { type Issue, mistakesIn } from '../forms/field-errors.ts';
import { filesName } from '../definitions/uploaded-file.ts';
import { honeypotName, keyName } from '../definitions/form.ts';
import type { Form } from '../definitions/registry.ts';
import type { FieldError } from '../submission.ts';
import type { NewSubmission, Receipt, Saved } from './store.ts';
import { readSubmissionKey } from './submission-key.ts';

/** A filing that was taken (`isRepeat`: long ago, and now the same words again), or why not: every mistake in it, in the order of the form; too many; a pass is wanted first. */
export type Acceptance =
  | { ok: true; receipt: Receipt; isRepeat: boolean }
  | { ok: false; isTooMany?: boolean; isDoubted?: boolean; errors: FieldError[] };

/** What one is told who files too often. */
export const tooManyFilings = 'Địa chỉ này đã gửi quá nhiều phiếu trong một giờ. Hãy chờ rồi gửi lại.';

/** The same answers give the same key, where no script made one. */
function digestOf(form: Form, answers: unknown): string {
  return `sha256:${createHash('sha256')
    .update(JSON.stringify([form.id, form.version, answers]))
    .digest('hex')}`;
}

/** What a filing knows of its files. */
interface Files {
  find: FindFiles;
  /** What is wrong with files that came along, in words for their sender. */
  problems: readonly string[];
}

const noFiles: Files = { find: async () => new Map(), problems: [] };

/**
 * Checks what was filed and stores it. `save` must resolve only when the row is safe, with null when its sender files too
 * often, with “doubted” when it wants a pass first; what it throws is passed on.
 * Fields that the form does not have are left out.
 */
export async function acceptSubmission(
  form: Form,
  filed: Record<string, unknown>,
  save: (submission: NewSubmission) => Promise<Saved | 'doubted'>,
  { find, problems }: Files = noFiles,
): Promise<Acceptance> {
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
  const saved = await save({
    form: form.id,
    formVersion: form.version,
    submissionKey: sent.key ?? digestOf(form, answers),
    unitCode: checked.data.unitCode,
    answers,
    consentVersion: form.consentVersion,
    files: files.ids,
  });
  if (!saved) return { ok: false, isTooMany: true, errors: [{ field: keyName, message: tooManyFilings }] };
  if (saved === 'doubted') return { ok: false, isDoubted: true, errors: [] };
  if (saved === 'files-gone') return { ok: false, errors: [takenByAnother] };
  const { receipt, isSame, isRepeat } = saved;
  if (!isSame) {
    const message = `Phiếu này đã được nhận, mã hồ sơ ${receipt.code}. Những chỗ sửa sau đó chưa được ghi nhận. Gửi lần nữa nếu muốn nộp bản sửa thành một hồ sơ mới.`;
    return { ok: false, errors: [{ field: keyName, message }] };
  }
  return { ok: true, receipt, isRepeat };
}
