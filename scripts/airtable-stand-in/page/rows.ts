import type { Attachment, Cell, Field, Row, Table } from '../data/model.ts';
import { cellLines, momentText } from './cell-text.ts';
import { html, type Markup } from './markup.ts';

/** Rows on one page of a table. */
export const rowsAPage = 50;
/** A cell with more characters is folded: what the site tells of a row in `Vì sao` is read at once. */
const longText = 700;
const foldedText = 80;

/** The page's address of a table, or of a row in it. */
export const tablePath = (table: Table, rowId = ''): string =>
  `/bang/${encodeURIComponent(table.name)}${rowId && `/${rowId}`}`;

/** Files as links that open them. */
function links(files: readonly Attachment[]): Markup {
  const items = files.map(({ url, filename }) => html`<a href="${url}">${filename}</a><br />`);
  return html`${items}`;
}

function shown(field: Field, cell: Cell): Markup {
  if (field.type === 'multipleAttachments' && Array.isArray(cell))
    return links(cell.filter((file) => typeof file !== 'string'));
  const text = cellLines(field, cell).join('\n');
  if (text.length <= longText) return html`${text}`;
  return html`<details>
    <summary>${text.slice(0, foldedText).replaceAll('\n', ' ')}… (${text.length} ký tự)</summary>
    ${text}
  </details>`;
}

/** The name of a row: its first cell, else its id. */
export function rowTitle(table: Table, row: Row): string {
  const primary = table.fields.find(({ id }) => id === table.primaryFieldId);
  const cell = row.cells[table.primaryFieldId];
  return primary && cell !== undefined ? cellLines(primary, cell).join(', ') : row.id;
}

function article(table: Table, row: Row): Markup {
  const filled = table.fields.flatMap((field) => {
    const cell = row.cells[field.id];
    const skip = cell === undefined || field.id === table.primaryFieldId;
    return skip
      ? []
      : [
          html`<dt>${field.name}</dt>
            <dd>${shown(field, cell)}</dd>`,
        ];
  });
  const changed =
    row.modifiedMs === null
      ? 'chưa ai sửa'
      : `sửa lần cuối ${momentText(new Date(row.modifiedMs).toISOString())}`;
  return html`<article>
    <h2><a href="${tablePath(table, row.id)}">${rowTitle(table, row)}</a></h2>
    <dl>${filled}</dl>
    <small>${row.id}, ${changed}</small>
  </article> `;
}

/** The column by which the page filters: the select column with the state of a row. */
export const stateField = ({ fields }: Table): Field | undefined =>
  fields.find(({ name, type }) => type === 'singleSelect' && name === 'Trạng thái') ??
  fields.find(({ type }) => type === 'singleSelect');

function stateFilter(table: Table, state: string): Markup | null {
  const field = stateField(table);
  if (!field) return null;
  const names = ['', ...(field.options?.choices ?? []).map(({ name }) => name)];
  const options = names.map((name) =>
    name === state
      ? html`<option value="${name}" selected>${name || 'Tất cả'}</option>`
      : html`<option value="${name}">${name || 'Tất cả'}</option>`,
  );
  return html`<form method="get">
    <p>
      <label class="name" for="trang-thai">${field.name}</label>
      <select id="trang-thai" name="trang-thai">
        ${options}
      </select>
      <button>Lọc</button>
    </p>
  </form>`;
}

/** Which rows a page shows. */
interface ShownRows {
  /** Number of all rows in this state. */
  count: number;
  page: number;
  /** Empty for all states. */
  state: string;
}

/** One page of a table's rows, newest first, each leading to its form. */
export function rowsPage(table: Table, rows: Row[], { count, page, state }: ShownRows): Markup {
  const hasNext = page * rowsAPage < count;
  const address = (at: number) => `?${new URLSearchParams({ trang: String(at), 'trang-thai': state })}`;
  return html`<p><a href="/">Các bảng</a> · <a href="${tablePath(table, 'moi')}">Thêm hàng</a></p>
    ${stateFilter(table, state)}
    <p>${count.toLocaleString('vi-VN')} hàng, mới nhất trước.</p>
    ${rows.map((row) => article(table, row))}
    <p>
      ${page > 1 ? html`<a href="${address(page - 1)}">Trang trước</a> ` : null}${hasNext ? html`<a href="${address(page + 1)}">Trang sau</a>` : null}
    </p>`;
}

/** The list of tables with how many rows each holds. */
export function tablesPage(tables: { table: Table; count: number }[]): Markup {
  if (tables.length === 0) return html`<p>Chưa có bảng nào.</p>`;
  const lines = tables.map(
    ({ table, count }) =>
      html`<tr>
        <td><a href="${tablePath(table)}">${table.name}</a></td>
        <td>${count}</td>
      </tr>`,
  );
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Bảng</th>
        <th scope="col">Số hàng</th>
      </tr>
    </thead>
    <tbody>
      ${lines}
    </tbody>
  </table>`;
}
