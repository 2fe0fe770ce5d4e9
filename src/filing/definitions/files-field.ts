import { z } from 'zod';
import { keptFilePattern, maxFiles } from './uploaded-file.ts';
import { type FieldOptions, show } from './view.ts';

/** What a file is, by its content. */
const fileKinds = ['pdf', 'jpeg', 'png'] as const;

/** The facts about a file in a stored answer; the bytes are in the blob store. */
export const filedFileSchema = z.object({
  name: z.string(),
  kind: z.enum(fileKinds),
  bytes: z.int(),
  /** SHA-256 of the stored bytes, in hex. */
  sha256: z.string(),
});

/** See `filedFileSchema`. */
export type FiledFile = z.infer<typeof filedFileSchema>;

/** A field for evidence files. The browser sends upload tokens; the server replaces them with the facts about the files. */
export function evidenceFiles(view: Partial<FieldOptions> = {}) {
  const schema = z.preprocess(
    (value) => (Array.isArray(value) || value === undefined ? value : [value]),
    z
      .array(
        z.string('Có tệp không đúng dạng.').regex(keptFilePattern, 'Có tệp không đúng dạng.'),
        'Có tệp không đúng dạng.',
      )
      .max(maxFiles, 'Tối đa ba tệp.')
      .optional(),
  );
  return show(schema, {
    control: 'files',
    optional: true,
    label: 'Tệp minh chứng',
    heading: 'Tệp minh chứng',
    hint: 'Tối đa ba tệp PDF, ảnh JPEG hoặc PNG, mỗi tệp 4 MB. Chỉ Sở Nội vụ xem, không đăng công khai. Nơi chụp và loại máy ghi trong ảnh được xóa trước khi lưu.',
    ...view,
  });
}
