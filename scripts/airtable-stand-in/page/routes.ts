import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathParts, readText } from '../api/request.ts';
import { hasEnded } from '../data/file-address.ts';
import type { StoredFile } from '../data/files.ts';
import type { Row, Table } from '../data/model.ts';
import type { Base } from '../data/records.ts';
import { Refusal } from '../refusal.ts';
import { changedCells, rowForm } from './form.ts';
import { layout, pageHeaders } from './layout.ts';
import { html, type Markup } from './markup.ts';
import { refusalWords } from './refusal-words.ts';
import { rowsAPage, rowsPage, rowTitle, stateField, tablePath, tablesPage } from './rows.ts';
import { isSameOrigin } from './same-origin.ts';

const largestForm = 4_000_000;

/** One page of the rows in a state, newest first; of all rows where the state is empty. */
function rowsInState(base: Base, table: Table, state: string, page: number) {
  const skip = (page - 1) * rowsAPage;
  const field = stateField(table);
  if (state === '' || !field)
    return { rows: base.rows.newest(table.id, rowsAPage, skip), count: base.rows.count(table.id) };
  const found = base.rows.matching(table.id, { [field.id]: state }).toReversed();
  return { rows: found.slice(skip, skip + rowsAPage), count: found.length };
}

/** Serves the pages on which people read and change the rows: `/`, `/bang/<table>`, `/bang/<table>/<row>`; `/tep/<id>/…`. */
export function createPageRoutes(base: Base, now: () => number) {
  function send(response: ServerResponse, status: number, title: string, body: Markup) {
    response.writeHead(status, pageHeaders).end(layout(title, body));
  }

  function missing(response: ServerResponse) {
    send(response, 404, 'Không có trang này', html`<p><a href="/">Về danh sách bảng</a></p>`);
  }

  function sendFile(response: ServerResponse, file: StoredFile | undefined) {
    if (!file) return missing(response);
    response.writeHead(200, { 'content-type': file.type, 'x-content-type-options': 'nosniff' });
    response.end(file.bytes);
  }

  function sendForm(
    response: ServerResponse,
    table: Table,
    row: Row | undefined,
    outcome: { typed?: URLSearchParams; wrong?: string; done?: boolean },
  ) {
    const message = outcome.done ? html`<p class="done" role="status">Đã ghi.</p>` : null;
    const wrong =
      outcome.wrong === undefined
        ? null
        : html`<p class="wrong" role="alert">Chưa ghi gì. ${outcome.wrong}</p>`;
    const body = html`<p><a href="/">Các bảng</a> · <a href="${tablePath(table)}">${table.name}</a></p>
      ${message}${wrong}${rowForm(table, row, outcome.typed)}`;
    const title = row ? rowTitle(table, row) : `Thêm hàng vào ${table.name}`;
    send(response, outcome.wrong === undefined ? 200 : 422, title, body);
  }

  async function save(request: IncomingMessage, response: ServerResponse, table: Table, row?: Row) {
    if (!isSameOrigin(request)) {
      const why = html`<p>Biểu mẫu này không được gửi từ trang của máy chủ chạy thử.</p>`;
      return send(response, 403, 'Không nhận', why);
    }
    const typed = new URLSearchParams(await readText(request, largestForm));
    if (row && typed.has('xoa')) {
      base.remove(table, [row.id]);
      return void response.writeHead(303, { location: `${tablePath(table)}?xoa=xong` }).end();
    }
    try {
      const fields = changedCells(table, row, typed);
      if (row && Object.keys(fields).length === 0) return redirect(response, table, row.id);
      const [written] = base.write(table, [row ? { id: row.id, fields } : { fields }]);
      return redirect(response, table, written?.row.id ?? '');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return sendForm(response, table, row, { typed, wrong: refusalWords(table, error.message) });
    }
  }

  function redirect(response: ServerResponse, table: Table, rowId: string) {
    response.writeHead(303, { location: `${tablePath(table, rowId)}?ghi=xong` }).end();
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const [room, tableKey, rowId, ...rest] = pathParts(url.pathname) ?? ['?'];
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (room === undefined && reading) {
      const tables = base.tables.all().map((table) => ({ table, count: base.rows.count(table.id) }));
      return send(response, 200, 'Bảng dữ liệu', tablesPage(tables));
    }
    if (room === 'tep' && hasEnded(url, now())) return void response.writeHead(410).end();
    if (room === 'tep' && reading && tableKey) return sendFile(response, base.files.find(tableKey));
    const table = room === 'bang' && rest.length === 0 && tableKey ? base.tables.find(tableKey) : undefined;
    if (!table) return missing(response);
    if (rowId === undefined && reading) {
      const page = Math.max(1, Math.trunc(Number(url.searchParams.get('trang'))) || 1);
      const state = url.searchParams.get('trang-thai') ?? '';
      const shown = rowsInState(base, table, state, page);
      const done =
        url.searchParams.get('xoa') === 'xong' ? html`<p class="done" role="status">Đã xóa.</p>` : null;
      return send(
        response,
        200,
        table.name,
        html`${done}${rowsPage(table, shown.rows, { ...shown, page, state })}`,
      );
    }
    const row = rowId === undefined ? undefined : base.rows.find(table.id, rowId);
    if (!row && rowId !== 'moi') return missing(response);
    if (reading) return sendForm(response, table, row, { done: url.searchParams.get('ghi') === 'xong' });
    if (request.method === 'POST') return save(request, response, table, row);
    return missing(response);
  };
}
