import type { FiledPage } from '../../intake/form-pages.ts';
import { type BatchForm, batchPath } from '../batch-form.ts';

/** The page of a table. A pass for one filing opens nothing there, nor the other way round. */
export const filedPage = ({ form }: BatchForm): FiledPage => ({
  id: `${form.id}-nhieu`,
  path: batchPath(form),
  thing: 'Bảng',
});
