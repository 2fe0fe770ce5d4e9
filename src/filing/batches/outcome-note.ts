/** The facts about a stored row that decide its note. */
interface Outcome {
  isNew: boolean;
  isOwn: boolean;
  /** False if the stored answers differ from the row; true if that is not known. */
  isSame?: boolean;
  sameAs?: number;
}

/** The note beside a receipt code; empty for a new one. */
export function outcomeNote({ isNew, isOwn, isSame = true, sameAs }: Outcome): string {
  if (sameAs !== undefined) return `(trùng dòng ${sameAs} của bảng này, chỉ thành một hồ sơ)`;
  if (isNew) return '';
  if (!isOwn) return '(đã nhận từ trước, do người liên hệ khác gửi; chỉ tra cứu được trạng thái)';
  return isSame
    ? '(đã nhận từ trước, không thành hồ sơ thứ hai)'
    : '(đã nhận từ trước; phần đơn vị, liên hệ vừa sửa không ghi vào hồ sơ này)';
}
