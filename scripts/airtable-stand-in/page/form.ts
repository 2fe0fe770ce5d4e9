import { createHash } from 'node:crypto';
import { isObject, type JsonObject } from '../../../src/platform/json.ts';
import { type Cell, type Field, isComputed, type Row, type Table } from '../data/model.ts';
import { formValues } from './cell-text.ts';
import { html, type Markup } from './markup.ts';

const inputTypes: Partial<Record<Field['type'], string>> = {
  date: 'date',
  dateTime: 'datetime-local',
  email: 'email',
  phoneNumber: 'tel',
};

const hints: Partial<Record<Field['type'], string>> = {
  dateTime: 'Giờ Việt Nam.',
  multipleAttachments: 'Mỗi dòng một địa chỉ tệp.',
  multipleRecordLinks: 'Mỗi dòng một mã hàng (rec…).',
  duration: 'Số giây.',
  percent: 'Viết 0,25 cho 25 %.',
  richText: 'Viết theo Markdown.',
};

function control(field: Field, values: string[]): Markup {
  const value = values[0] ?? '';
  switch (field.type) {
    case 'singleSelect': {
      const names = ['', ...(field.options?.choices ?? []).map(({ name }) => name)];
      const options = names.map((name) =>
        name === value
          ? html`<option value="${name}" selected>${name}</option>`
          : html`<option value="${name}">${name}</option>`,
      );
      return html`<select id="${field.id}" name="${field.id}">
        ${options}
      </select>`;
    }
    case 'multilineText':
    case 'richText':
    case 'multipleAttachments':
    case 'multipleRecordLinks':
      return html`<textarea id="${field.id}" name="${field.id}">${value}</textarea>`;
    default:
      return html`<input
        id="${field.id}"
        name="${field.id}"
        type="${inputTypes[field.type] ?? 'text'}"
        value="${value}"
      />`;
  }
}

const deletion = html`<form method="post">
  <p><button name="xoa" value="1">Xóa hàng này</button></p>
</form>`;

/** The sentence of a column, shown over its name as in Airtable. */
const titleOf = ({ description }: Field) => (description ? html` title="${description}"` : null);

function tickBox(field: Field, value: string, label: string, ticked: boolean): Markup {
  const state = ticked ? html` checked` : null;
  const title = label === field.name ? titleOf(field) : null;
  return html`<label${title}><input type="checkbox" name="${field.id}" value="${value}" ${state} /> ${label}</label
    ><br />`;
}

function input(field: Field, values: string[]): Markup {
  if (isComputed(field.type))
    return html`<p><b>${field.name}</b>: ${values.join(', ')} <small>Cột tự tính.</small></p>`;
  if (field.type === 'checkbox') return html`<p>${tickBox(field, 'co', field.name, values.length > 0)}</p>`;
  if (field.type === 'multipleSelects') {
    const boxes = (field.options?.choices ?? []).map(({ name }) =>
      tickBox(field, name, name, values.includes(name)),
    );
    return html`<fieldset>
      <legend${titleOf(field)}>${field.name}</legend>
      ${boxes}
    </fieldset>`;
  }
  const hint = hints[field.type];
  return html`<p>
    <label class="name" for="${field.id}"${titleOf(field)}>${field.name}</label
    >${control(field, values)}${hint === undefined ? null : html`<small>${hint}</small>`}
  </p>`;
}

/** Name of the input that says what each cell held when its form was opened. */
const openedName = 'luc-mo';

const fingerprint = (values: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(values.toSorted())).digest('base64url').slice(0, 16);

/** Column id → a digest of what the form shows for it. */
const openedCells = (table: Table, row: Row | undefined) =>
  JSON.stringify(
    Object.fromEntries(
      table.fields.map((field) => [field.id, fingerprint(formValues(field, row?.cells[field.id]))]),
    ),
  );

function readOpened(sent: URLSearchParams): JsonObject {
  try {
    const opened: unknown = JSON.parse(sent.get(openedName) ?? '{}');
    return isObject(opened) ? opened : {};
  } catch {
    return {};
  }
}

/** The form for every cell of a row; `typed` puts back what was sent when it was refused. */
export function rowForm(table: Table, row: Row | undefined, typed: URLSearchParams | undefined): Markup {
  const inputs = table.fields.map((field) =>
    input(field, typed ? typed.getAll(field.id) : formValues(field, row?.cells[field.id])),
  );
  const opened = typed?.get(openedName) ?? openedCells(table, row);
  return html`<form method="post">
      <input type="hidden" name="${openedName}" value="${opened}" />
      ${inputs}
      <p><button>${row ? 'Ghi thay đổi' : 'Thêm hàng'}</button></p>
    </form>
    ${row ? deletion : null}`;
}

function lines(text: string) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function writtenValue(field: Field, values: string[], before: Cell | undefined): unknown {
  const [value = ''] = values;
  switch (field.type) {
    case 'checkbox':
      return values.length > 0;
    case 'multipleSelects':
      return values;
    case 'number':
    case 'percent':
    case 'rating':
    case 'duration': {
      const number = Number(value.trim().replace(',', '.'));
      return value.trim() === '' || Number.isNaN(number) ? value.trim() : number;
    }
    case 'dateTime':
      return value === '' ? null : `${value}${value.length === 16 ? ':00' : ''}+07:00`;
    case 'multipleRecordLinks':
      return lines(value);
    case 'multipleAttachments': {
      const kept = Array.isArray(before) ? before.filter((file) => typeof file !== 'string') : [];
      return lines(value).map((url) => {
        const same = kept.find((file) => file.url === url);
        return same ? { id: same.id } : { url };
      });
    }
    default:
      return value;
  }
}

/**
 * The cells that a sent form changes, by column id, as the API would take them. A cell that was not touched since the form was
 * opened is left out, so an old form never overwrites what a colleague wrote meanwhile.
 */
export function changedCells(table: Table, row: Row | undefined, sent: URLSearchParams): JsonObject {
  const changed: JsonObject = {};
  const opened = readOpened(sent);
  for (const field of table.fields) {
    if (isComputed(field.type)) continue;
    const before = row?.cells[field.id];
    const values = sent.getAll(field.id).map((value) => value.replaceAll('\r\n', '\n'));
    const filled = values.filter((value) => value !== '');
    const same = JSON.stringify(filled.toSorted()) === JSON.stringify(formValues(field, before).toSorted());
    const untouched = opened[field.id] === fingerprint(filled);
    if (!same && !untouched) changed[field.id] = writtenValue(field, filled, before);
  }
  return changed;
}
