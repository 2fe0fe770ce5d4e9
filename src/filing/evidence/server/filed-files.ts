import type { FieldError } from '../../submission.ts';
import type { FiledFile } from '../../definitions/files-field.ts';
import { filesName, readKeptFile, tokenIn } from '../../definitions/uploaded-file.ts';
import { idOf, type StoredFile } from './store.ts';

/** Finds stored files of a form by their ids; leaves out missing files. */
export type FindFiles = (form: string, ids: readonly string[]) => Promise<Map<string, StoredFile>>;

/** The files of a filing, in order, or the first mistake. */
type FilesOfFiling = { ok: true; ids: string[]; facts: FiledFile[] } | { ok: false; error: FieldError };

const gone = (value: string): FieldError => ({
  field: filesName,
  message: `Tệp ${readKeptFile(value)?.name ?? ''} không còn được giữ: đã bỏ ra hoặc đã quá hai ngày. Hãy bỏ khỏi danh sách rồi chọn lại.`,
});

/** The mistake when another filing claimed the file first, or someone removed the file at the same moment. */
export const takenByAnother: FieldError = {
  field: filesName,
  message: 'Có tệp đã gửi cùng một hồ sơ khác hoặc vừa bị bỏ ra. Hãy bỏ khỏi danh sách rồi chọn lại.',
};

/** Looks up the files that checked answers name. Finds filed files too, because a retry sends them again. */
export async function filesOfFiling(
  form: string,
  answers: Readonly<Record<string, unknown>>,
  find: FindFiles,
): Promise<FilesOfFiling> {
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
