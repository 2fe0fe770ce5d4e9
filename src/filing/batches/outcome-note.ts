/** What of a row that has its code decides what is said of it. */
interface Outcome {
  isNew: boolean;
  isOwn: boolean;
  /** Whether all that was filed is what the row holds; true where that is not known. */
  isSame?: boolean;
  sameAs?: number;
}

/** What is said of a code besides the code; empty of one that is new. */
export function outcomeNote({ isNew, isOwn, isSame = true, sameAs }: Outcome): string {
  if (sameAs !== undefined) return `(trùng dòng ${sameAs} của bảng này, chỉ thành một hồ sơ)`;
  if (isNew) return '';
  if (!isOwn) return '(đã nhận từ trước, do người liên hệ khác gửi; chỉ tra cứu được trạng thái)';
  return isSame
    ? '(đã nhận từ trước, không thành hồ sơ thứ hai)'
    : '(đã nhận từ trước; phần đơn vị, liên hệ vừa sửa không ghi vào hồ sơ này)';
}
