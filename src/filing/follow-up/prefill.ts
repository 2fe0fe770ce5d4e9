import { fieldsOf } from '../definitions/form.ts';
import { filesName } from '../definitions/uploaded-file.ts';
import type { FieldView } from '../definitions/view.ts';
import { someFormsSelectors } from '../forms/form-selectors.ts';
import type { TypedPairs } from '../forms/server/fill-form.ts';
import type { InformationRequest } from './information-request.ts';

/** “2026-07-04” as people type it: “4/7/2026”. */
const asTyped = (stored: string) => stored.split('-').toReversed().map(Number).join('/');

function textOf(control: FieldView['control'] | undefined, value: unknown): string {
  if ((control === 'month' || control === 'date') && /^\d{4}-\d\d(-\d\d)?$/.test(String(value)))
    return asTyped(String(value));
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value);
}

const isRow = (item: unknown): item is Record<string, unknown> => typeof item === 'object' && item !== null;

/** The stored answers to the open questions, as a browser would send them; without files. */
export function answersAsTyped({
  form,
  asked,
  answers,
}: Pick<InformationRequest, 'form' | 'asked' | 'answers'>): TypedPairs {
  const views = fieldsOf(form);
  return asked
    .filter((name) => name !== filesName && answers[name] !== undefined && answers[name] !== null)
    .flatMap((name) =>
      [answers[name]]
        .flat()
        .flatMap((item, row): [string, string][] =>
          isRow(item)
            ? Object.entries(item).map(([column, value]) => [`${name}.${row}.${column}`, String(value)])
            : [[name, textOf(views.get(name)?.control, item)]],
        ),
    );
}

/** Adds rows to the tables of the page until every typed row has one, by copying rows as the page's script does. */
export function addRows(form: Element, pairs: TypedPairs): void {
  for (const table of form.querySelectorAll(someFormsSelectors.tables)) {
    const name = table.getAttribute('data-rows') ?? '';
    const rows = table.querySelectorAll(someFormsSelectors.rows);
    const last = rows[rows.length - 1];
    const wanted = pairs.flatMap(([pair]) => {
      const [field, row] = pair.split('.');
      return field === name && row !== undefined ? [Number(row) + 1] : [];
    });
    const most = Math.min(Math.max(0, ...wanted), Number(table.getAttribute('data-max') ?? rows.length));
    for (let row = most - 1; last && row >= rows.length; row -= 1) {
      const from = `${name}.${rows.length - 1}.`;
      const html = last.outerHTML.replaceAll(from, `${name}.${row}.`);
      last.insertAdjacentHTML('afterend', html.replace(`dòng ${rows.length}`, `dòng ${row + 1}`));
    }
  }
}
