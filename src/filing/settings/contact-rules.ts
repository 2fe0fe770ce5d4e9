import { z } from 'zod';
import { unitMeant, unitSearch } from '../../vocabulary/find-units.ts';
import { units } from '../../vocabulary/units.ts';
import { nameOfColumn, type PulledRow } from '../delivery/pulled-row.ts';
import { type ReadRow, textOf } from './cells.ts';

const search = unitSearch(units);
const emailSchema = z.email();

/** Reads a row of `Đầu mối đơn vị`. A row that is not ticked sets nothing. */
export function readContact(row: PulledRow): ReadRow {
  if (row.cells.applies !== true) return { is: 'nothing' };
  const at = (property: string, wrong: string) => `Cột “${nameOfColumn(row, property)}”: ${wrong}`;
  const typed = textOf(row, 'unit');
  const unit =
    units.find(({ code, name }) => code === typed || name === typed) ?? unitMeant(search(typed)) ?? null;
  const email = emailSchema.safeParse(textOf(row, 'email'));
  const wrong = [
    ...(unit
      ? []
      : [at('unit', `trang không biết “${typed}”. Ghi tên hoặc mã như ở trang Cơ quan, đơn vị (/don-vi/).`)]),
    ...(email.success ? [] : [at('email', 'ghi một địa chỉ thư điện tử công vụ.')]),
  ];
  if (!unit || !email.success) return { is: 'wrong', wrong };
  return { is: 'set', value: { is: 'contact', unit: unit.code, email: email.data } };
}
