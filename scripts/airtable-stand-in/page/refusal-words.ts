import type { Field, Table } from '../data/model.ts';

/** What a cell of a column takes, for someone who typed something else. */
const taken: Partial<Record<Field['type'], string>> = {
  number: 'Cột này chỉ nhận số, ví dụ 2026.',
  percent: 'Cột này chỉ nhận số, ví dụ 0,25.',
  rating: 'Cột này chỉ nhận số, ví dụ 3.',
  duration: 'Cột này chỉ nhận số giây, ví dụ 90.',
  date: 'Cột này chỉ nhận một ngày. Chọn ngày trên lịch.',
  dateTime: 'Cột này chỉ nhận ngày và giờ. Chọn trên lịch.',
  multipleAttachments: 'Cột này nhận tệp. Ở bản chạy thử, ghi địa chỉ của tệp, bắt đầu bằng “https://”.',
  multipleRecordLinks: 'Cột này nhận mã hàng, bắt đầu bằng “rec”.',
};

/** A refusal in the words of a person at the page: the column, and what it takes. What is of no column is told as Airtable says it. */
export function refusalWords({ fields }: Table, message: string): string {
  const field = fields.find(({ name }) => message.startsWith(`Field "${name}"`));
  const words = field && taken[field.type];
  return field && words
    ? `Cột “${field.name}”: không nhận được chữ đã ghi. ${words}`
    : `Airtable từ chối: ${message}`;
}
