import { escapeMarkup } from '../../../platform/markup.ts';
import { shortDay } from '../../coverage/words.ts';
import { barChart } from '../chart.ts';
import { byKind, type Figure, figures, type RollUp, type RollUpRow, sumOf } from '../roll-up.ts';
import { wordColumns } from '../table.ts';

const count = (value: number) => value.toLocaleString('vi');

/** The place of each row on the page. Names of units that are not listed may differ in a mark alone, so these are numbered. */
function anchorsOf(rows: readonly RollUpRow[]): Map<RollUpRow, string> {
  const unlisted = rows.filter(({ unitCode }) => unitCode === null);
  return new Map(rows.map((row) => [row, `dv-${row.unitCode ?? `ngoai-${unlisted.indexOf(row) + 1}`}`]));
}

interface Anchored extends RollUp {
  anchors: ReadonlyMap<RollUpRow, string>;
}

/** The sum of a figure, which opens to the units behind it. */
function sumHtml({ rows, anchors }: Anchored, figure: Figure, name: string): string {
  const { total, given, blank } = sumOf(rows, figure);
  const units = rows.flatMap((row) => {
    const value = row[figure];
    return value === null
      ? []
      : [
          `<li><a href="#${escapeMarkup(anchors.get(row) ?? '')}">${escapeMarkup(row.name)}</a>: ${count(value)}</li>`,
        ];
  });
  const left = blank > 0 ? `; ${count(blank)} đơn vị để trống` : '';
  return `<details><summary>${escapeMarkup(name)}: <strong>${count(total)}</strong> <span class="soft">theo số của ${count(given)} đơn vị${left}</span></summary><ul>${units.join('')}</ul></details>`;
}

const cell = (value: number | null) =>
  value === null ? '<td class="soft">để trống</td>' : `<td>${count(value)}</td>`;

const rowHtml = (row: RollUpRow, anchor: string) =>
  `<tr id="${escapeMarkup(anchor)}"><th scope="row">${escapeMarkup(row.name)}</th><td>${shortDay(row.filedOn ?? row.confirmedOn)}</td>${figures
    .map(({ id }) => cell(row[id]))
    .join('')}</tr>`;

function wordsHtml(row: RollUpRow): string {
  const said = wordColumns.flatMap(([id, title]) => {
    const text = row[id];
    return text === null
      ? []
      : [`<dt>${escapeMarkup(title)}</dt><dd class="words">${escapeMarkup(text)}</dd>`];
  });
  return said.length === 0
    ? ''
    : `<details><summary>${escapeMarkup(row.name)}</summary><dl>${said.join('')}</dl></details>`;
}

const tableHtml = ({ rows, anchors }: Anchored) =>
  `<div class="scroll"><table><thead><tr><th scope="col">Đơn vị</th><th scope="col">Ngày nhận</th>${figures
    .map(({ name }) => `<th scope="col">${escapeMarkup(name)}</th>`)
    .join('')}</tr></thead><tbody>${rows
    .map((row) => rowHtml(row, anchors.get(row) ?? ''))
    .join('')}<tr><th scope="row">Cộng</th><td></td>${figures
    .map(({ id }) => cell(sumOf(rows, id).total))
    .join('')}</tr></tbody></table></div>`;

function chartsHtml(rolled: Anchored): string {
  const kinds = byKind(rolled);
  const hrefOf = (row: RollUpRow) => `#${rolled.anchors.get(row) ?? ''}`;
  const reports = barChart(
    kinds.map(({ label, rows }) => ({
      label,
      value: rows.length,
      shown: count(rows.length),
      parts: rows.map((row) => ({ name: row.name, shown: '', href: hrefOf(row) })),
    })),
  );
  const models = barChart(
    kinds.map(({ label, rows }) => {
      const { total, given } = sumOf(rows, 'models');
      const parts = rows.flatMap((row) =>
        row.models === null ? [] : [{ name: row.name, shown: count(row.models), href: hrefOf(row) }],
      );
      return { label, value: total, shown: `${count(total)} (${count(given)} đơn vị ghi số)`, parts };
    }),
  );
  return `<h3>Báo cáo đã xác nhận, theo loại đơn vị</h3>${reports}<h3>Mô hình, giải pháp mới, theo loại đơn vị</h3>${models}`;
}

/** A roll-up as HTML for staff: sums that open, charts with their numbers, one table, what is missing, and the words of units. */
export function rollUpHtml(rollUp: RollUp, files: { name: string; href: string }[]): string {
  const rolled = { ...rollUp, anchors: anchorsOf(rollUp.rows) };
  const { year, rows, missing, owing, doubled } = rolled;
  const links = files.map(
    ({ name, href }) => `<a class="action" href="${escapeMarkup(href)}">${escapeMarkup(name)}</a>`,
  );
  const parts = [
    `<h2>Năm ${year}</h2><p>${count(rows.length)} báo cáo đã xác nhận; ${count(missing.length)} trên ${count(owing)} đơn vị phải báo cáo chưa có.</p><p class="doors">${links.join(' ')}</p>`,
    doubled.length > 0
      ? `<p class="notice">Có hơn một báo cáo được xác nhận, tính bản sau cùng: ${escapeMarkup(doubled.join('; '))}.</p>`
      : '',
    `<h3>Tổng số, mở ra từng đơn vị</h3>${figures.map(({ id, name }) => sumHtml(rolled, id, name)).join('')}`,
    rows.length > 0 ? `${chartsHtml(rolled)}<h3>Bảng theo đơn vị</h3>${tableHtml(rolled)}` : '',
    `<h3 id="con-thieu">Chưa có báo cáo được xác nhận</h3>${
      missing.length > 0
        ? `<ul class="names">${missing.map(({ name }) => `<li>${escapeMarkup(name)}</li>`).join('')}</ul>`
        : '<p>Không có.</p>'
    }`,
    rows.length > 0 ? `<h3>Lời của đơn vị</h3>${rows.map(wordsHtml).join('')}` : '',
  ];
  return parts.join('');
}
