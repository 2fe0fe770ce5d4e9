/** In one line, without what could end a header. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** A name, and no text that a mail program would make a link of: anyone can write anything to anyone through a form. */
const isPlainName = (text: string) => !/[:@\\]|\p{L}\.\p{L}/u.test(text);

/** A name as a letter repeats it to an address that was confirmed; null for none, and for what is more than a name. */
export const plainName = (text: string | null): string | null =>
  text !== null && isPlainName(text) ? oneLine(text) : null;

/** How a letter begins: without the name that was typed, for anyone can type anyone's address. */
export const greeting = 'Kính gửi đơn vị,';

/** How a letter to an address that nobody confirmed leads to the full copy. */
export const askToConfirm =
  'Thư này chưa có nội dung phiếu, vì ai cũng có thể ghi địa chỉ này vào phiếu. Nếu chính quý vị đã gửi phiếu, hãy mở địa chỉ sau và bấm xác nhận; bản sao đầy đủ sẽ được gửi tới đây:';

/** How a letter ends. */
export const sentByMachine =
  'Thư này do hệ thống gửi, không nhận thư trả lời. Nếu quý vị không gửi phiếu nào, có người đã ghi nhầm địa chỉ: xin xóa thư và báo cho nơi nhận câu hỏi ghi ở trên.';
