import { unitMeant, unitSearch } from '../../vocabulary/find-units.ts';
import type { Cluster } from '../../vocabulary/owner-settings.ts';
import { unitByCode, units } from '../../vocabulary/units.ts';
import { nameOfColumn, type PulledRow } from '../delivery/pulled-row.ts';
import { type ReadRow, textOf } from './cells.ts';

/** Choices of `Loại` in `Cụm, khối`. */
export const clusterKindNames = { cum: 'Cụm', khoi: 'Khối' } as const satisfies Record<
  Cluster['kind'],
  string
>;

const kinds = ['cum', 'khoi'] as const;
const search = unitSearch(units);

/** The unit of a line: by code, by name as listed, or by another name that means one unit only. */
function unitOfLine(line: string): string | undefined {
  const listed = units.find(({ code, name }) => code === line || name === line);
  return (listed ?? unitMeant(search(line)))?.code;
}

/** Reads a row of `Cụm, khối`. A row that is not ticked sets nothing; a line that names no unit is told, never left out. */
export function readCluster(row: PulledRow): ReadRow {
  if (row.cells.applies !== true) return { is: 'nothing' };
  const at = (property: string, wrong: string) => `Cột “${nameOfColumn(row, property)}”: ${wrong}`;
  const kind = kinds.find((one) => clusterKindNames[one] === row.cells.kind);
  const name = textOf(row, 'name');
  const lines = textOf(row, 'units')
    .split('\n')
    .map((line) => line.replace(/^[\s\-–•*]+|^\d+[.)]\s*|[\s;,.]+$/gu, '').trim())
    .filter((line) => line !== '');
  const found = lines.map((line) => ({ line, code: unitOfLine(line) }));
  const unknown = found.flatMap(({ line, code }) => (code === undefined ? [line] : []));
  const codes = found.flatMap(({ code }) => code ?? []);
  const twice = [...new Set(codes.filter((code, place) => codes.indexOf(code) !== place))];
  const wrong: string[] = [];
  if (name === '') wrong.push(at('name', 'còn trống. Ghi tên cụm, khối.'));
  if (!kind) wrong.push(at('kind', `chọn một trong: ${Object.values(clusterKindNames).join(', ')}.`));
  if (lines.length === 0) wrong.push(at('units', 'còn trống. Mỗi dòng ghi một đơn vị.'));
  if (unknown.length > 0)
    wrong.push(
      at(
        'units',
        `trang không biết “${unknown.join('”, “')}”. Ghi tên hoặc mã như ở trang Cơ quan, đơn vị (/don-vi/).`,
      ),
    );
  for (const code of twice) wrong.push(at('units', `“${unitByCode(code)?.name}” có hai dòng. Bỏ một dòng.`));
  if (!kind || wrong.length > 0) return { is: 'wrong', wrong };
  return { is: 'set', value: { is: 'cluster', kind, name, units: codes } };
}
