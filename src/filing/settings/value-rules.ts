import { nameOfColumn, type PulledRow } from '../delivery/pulled-row.ts';
import { type ReadRow, textOf } from './cells.ts';
import { settings } from './list.ts';

const longest = 1_000;

/** Reads a row of `Cài đặt`. An empty value sets nothing: what the site said before holds. */
export function readValue(row: PulledRow): ReadRow {
  const at = (property: string, wrong: string): ReadRow => ({
    is: 'wrong',
    wrong: [`Cột “${nameOfColumn(row, property)}”: ${wrong}`],
  });
  const [key, value] = [textOf(row, 'key').toLowerCase(), textOf(row, 'value')];
  const setting = settings.find((one) => one.key === key);
  if (!setting)
    return at('key', 'trang không có mục này. Ghi lại mã cũ, hoặc xóa hàng; “npm run base” tạo đủ các mã.');
  if (value === '') return { is: 'nothing' };
  if (value.length > longest) return at('value', `dài ${value.length} ký tự; nhiều nhất ${longest}.`);
  if (/[[\]]/.test(value)) return at('value', 'còn dấu ngoặc vuông. Ghi nội dung thật, hoặc để trống.');
  const { most, oneOf } = setting;
  if (oneOf && !oneOf.includes(value)) return at('value', `chỉ ghi “${oneOf.join('”, “')}”, hoặc để trống.`);
  if (most !== null && !(/^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= most))
    return at('value', `ghi một số nguyên từ 1 đến ${most}, chỉ chữ số.`);
  return { is: 'set', value: { is: 'value', key, value } };
}
