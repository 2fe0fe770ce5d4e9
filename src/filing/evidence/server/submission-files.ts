import type { FiledFile } from '../../definitions/files-field.ts';
import { filesName, readKeptFile, tokenIn } from '../../definitions/uploaded-file.ts';
import type { FieldError } from '../../submission.ts';
import { idOf, type StoredFile } from './store.ts';

/** Finds stored files of a form by their ids, without those that do not exist. */
export type FindFiles = (form: string, ids: readonly string[]) => Promise<Map<string, StoredFile>>;

/** The files of a submission in order, or the mistake in one of them. */
type FilesOfSubmission = { ok: true; ids: string[]; facts: FiledFile[] } | { ok: false; error: FieldError };

const gone = (value: string): FieldError => ({
  field: filesName,
  message: `Tệp ${readKeptFile(value)?.name ?? ''} không còn được giữ: đã bỏ ra hoặc đã quá hai ngày. Hãy bỏ khỏi danh sách rồi chọn lại.`,
});

/** Message if another submission took the file first, or the file was removed at the same moment. */
export const takenByAnother: FieldError = {
  field: filesName,
  message: 'Có tệp đã gửi cùng một hồ sơ khác hoặc vừa bị bỏ ra. Hãy bỏ khỏi danh sách rồi chọn lại.',
};

/** Looks up the files that checked answers name. Filed files are found too, because a retry names them again. */
export async function filesOfSubmission(
  form: string,
  answers: Readonly<Record<string, unknown>>,
  find: FindFiles,
): Promise<FilesOfSubmission> {
  const named = answers[filesName];
  const values = Array.isArray(named) ? named.map(String) : [];
  const byId = new Map(values.map((value) => [idOf(tokenIn(value)), value]));
  const ids = [...byId.keys()];
  const found = ids.length > 0 ? await find(form, ids) : new Map<string, StoredFile>();
  const missing = ids.find((id) => !found.has(id));
  if (missing !== undefined) return { ok: false, error: gone(byId.get(missing) ?? '') };
  const facts = ids.flatMap((id) => {
    const { id: _, ...fact } = found.get(id) ?? { id };
    return 'sha256' in fact ? [fact] : [];
  });
  return { ok: true, ids, facts };
}
