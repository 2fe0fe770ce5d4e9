import type { FiledPage } from '../../intake/form-pages.ts';
import { type BatchForm, batchPath } from '../batch-form.ts';

/** The page of a batch. Its id differs from the form's, so a pass for the one is not valid for the other. */
export const filedPage = ({ form }: BatchForm): FiledPage => ({
  id: `${form.id}-nhieu`,
  path: batchPath(form),
  thing: 'Bảng',
});
