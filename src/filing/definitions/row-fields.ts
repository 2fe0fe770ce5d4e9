import { z } from 'zod';
import { optionalLink } from './contact-fields.ts';
import { optionalText } from './text-fields.ts';
import { show } from './view.ts';

type Row = Record<string, string | undefined>;

const isFilled = (row: Row) => Object.values(row).some((value) => value !== undefined);

interface RowsView {
  label: string;
  heading?: string;
  hint: string;
  /** Shown without script; with it, rows are added up to `maxRows`. */
  rows: number;
  maxRows: number;
  columns: Record<string, z.ZodType>;
}

/** Rows of lines of text; rows left empty are dropped. */
function rowsOf<Schema extends z.ZodType<Row>>(view: RowsView, row: Schema) {
  const schema = z
    .array(row, 'Bảng này chưa đúng dạng.')
    .max(view.maxRows, `Tối đa ${view.maxRows} dòng.`)
    .transform((rows) => rows.filter(isFilled))
    .optional();
  return show(schema, { control: 'rows', optional: true, ...view });
}

const indicator = z.object({
  name: optionalText({ label: 'Chỉ số', max: 200 }),
  before: optionalText({ label: 'Trước', max: 50 }),
  after: optionalText({ label: 'Sau', max: 50 }),
  unit: optionalText({ label: 'Đơn vị tính', max: 50 }),
});

const priorAward = z.object({
  form: optionalText({ label: 'Hình thức', max: 200 }),
  year: optionalText({ label: 'Năm', max: 10 }),
  decision: optionalText({ label: 'Số, ngày quyết định', max: 150 }),
  body: optionalText({ label: 'Cơ quan ban hành', max: 200 }),
});

const link = z.object({
  what: optionalText({ label: 'Nội dung', max: 200 }),
  address: optionalLink({ label: 'Địa chỉ trang' }),
});

/** What changed by how much. */
export const indicatorRows = () =>
  rowsOf(
    {
      label: 'Chỉ số trước và sau',
      hint: 'Những con số nói lên kết quả.',
      rows: 3,
      maxRows: 9,
      columns: indicator.shape,
    },
    indicator.refine((row) => !isFilled(row) || row.name !== undefined, {
      path: ['name'],
      message: 'Ghi tên chỉ số cho dòng này.',
    }),
  );

/** Awards of earlier years, as the official report lists them (mẫu báo cáo thành tích, mục III). */
export const priorAwardRows = () =>
  rowsOf(
    {
      label: 'Khen thưởng đã nhận',
      hint: 'Những lần khen thưởng trước đây, nếu có.',
      rows: 3,
      maxRows: 9,
      columns: priorAward.shape,
    },
    priorAward.refine((row) => !isFilled(row) || row.form !== undefined, {
      path: ['form'],
      message: 'Ghi hình thức khen thưởng cho dòng này.',
    }),
  );

/** At most five web pages that prove the statements of a form. */
export const evidenceRows = () =>
  rowsOf(
    {
      label: 'Minh chứng trên mạng',
      heading: 'Minh chứng',
      hint: 'Bài báo, văn bản, trang giới thiệu ai cũng mở được; tối đa năm địa chỉ.',
      rows: 2,
      maxRows: 5,
      columns: link.shape,
    },
    link.refine((row) => !isFilled(row) || row.address !== undefined, {
      path: ['address'],
      message: 'Ghi địa chỉ trang cho dòng này.',
    }),
  );
