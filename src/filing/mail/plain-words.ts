/** Text in one line, without characters that could end a mail header. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** Rejects text that a mail program would turn into a link, because a form lets anyone write anything to anyone. */
const isPlainName = (text: string) => !/[:@\\]|\p{L}\.\p{L}/u.test(text);

/** A name for a letter to a confirmed address; null for no name, and for text that is more than a name. */
export const plainName = (text: string | null): string | null =>
  text !== null && isPlainName(text) ? oneLine(text) : null;

/** The salutation, without the typed name, because anyone can type anyone's address. */
export const greeting = 'Kính gửi đơn vị,';

/** The sentence that leads from a letter to an unconfirmed address to the full copy. */
export const askToConfirm =
  'Thư này chưa có nội dung phiếu, vì ai cũng có thể ghi địa chỉ này vào phiếu. Nếu chính quý vị đã gửi phiếu, hãy mở địa chỉ sau và bấm xác nhận; bản sao đầy đủ sẽ được gửi tới đây:';

/** How a letter ends. */
export const sentByMachine =
  'Thư này do hệ thống gửi, không nhận thư trả lời. Nếu quý vị không gửi phiếu nào, có người đã ghi nhầm địa chỉ: xin xóa thư và báo cho nơi nhận câu hỏi ghi ở trên.';
