import type { APIRoute } from 'astro';
import { batchForms, findBatchForm } from '../../../filing/batches/batch-form.ts';
import { workbookType } from '../../../filing/batches/server/batch-receipt.ts';
import { templateOf } from '../../../filing/batches/template.ts';

/** One template for each form that can be filed as a batch. */
export const getStaticPaths = () =>
  batchForms.map(({ form }) => ({ params: { form: form.path.slice(1, -1) }, props: { id: form.id } }));

/** The workbook template of a batch. */
export const GET: APIRoute = ({ props }) => {
  const batch = findBatchForm(String(props.id));
  if (!batch) throw new RangeError('There is no table of this form.');
  return new Response(templateOf(batch), { headers: { 'content-type': workbookType } });
};
