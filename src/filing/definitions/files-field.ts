import { z } from 'zod';
import { keptFilePattern, maxFiles } from './uploaded-file.ts';
import { show, type FieldOptions } from './view.ts';

/** What a file is, by its content. */
const fileKinds = ['pdf', 'jpeg', 'png'] as const;

/** What a stored answer says of a file; the file itself lies elsewhere. */
export const filedFileSchema = z.object({
  name: z.string(),
  kind: z.enum(fileKinds),
  bytes: z.int(),
  /** Of the file as it is kept, in hex. */
  sha256: z.string(),
});

/** See `filedFileSchema`. */
export type FiledFile = z.infer<typeof filedFileSchema>;

/** Files that prove what a form says. What is filed are the tokens of uploads; the server puts their facts in their place. */
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
