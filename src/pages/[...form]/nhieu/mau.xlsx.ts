import type { APIRoute } from 'astro';
import { batchForms, findBatchForm } from '../../../filing/batches/batch-form.ts';
import { workbookType } from '../../../filing/batches/server/batch-receipt.ts';
import { templateOf } from '../../../filing/batches/template.ts';

/** The table of each form that is filed many at once. */
export const getStaticPaths = () =>
  batchForms.map(({ form }) => ({ params: { form: form.path.slice(1, -1) }, props: { id: form.id } }));

/** A workbook to fill in. */
export const GET: APIRoute = ({ props }) => {
  const batch = findBatchForm(String(props.id));
  if (!batch) throw new RangeError('There is no table of this form.');
  return new Response(templateOf(batch), { headers: { 'content-type': workbookType } });
};
