import { type FilledBy, namedSlots } from '../../vocabulary/slots.ts';
import { tipSwitch } from '../definitions/periods.ts';
import { endedStates, retentionKey } from '../privacy/retention.ts';
import { reviewSwitch } from '../review-rule.ts';
import { stateById } from '../states.ts';
import { answerTimeKey, waitingStates } from '../status/answer-times.ts';

/** A value that the owner sets in one row of `Cài đặt`. */
export interface Setting {
  /** `Mã` of the row. */
  key: string;
  /** In words for staff: what it is and where it is read. */
  name: string;
  filledBy: FilledBy;
  /** A whole number from 1 to `most`; null for a text. */
  most: number | null;
  /** The site does without it: an empty row is a decision, too. */
  isOptional?: true;
  /** The only values that the row may have. */
  oneOf?: readonly string[];
}

/** Key of the row that says after how many days without an answer of its unit a story is held no more. */
export const silenceKey = 'xac-nhan.im-lang';

/** Every row of `Cài đặt`, in the order in which staff read them. */
export const settings: readonly Setting[] = [
  ...waitingStates.map(
    (state): Setting => ({
      key: answerTimeKey(state),
      name: `Số ngày làm việc ở trạng thái “${stateById(state).airtable}”, đơn vị đọc trên biên nhận và trang tra cứu`,
      filledBy: 'Sở Nội vụ',
      most: 250,
    }),
  ),
  ...endedStates.map(
    (state): Setting => ({
      key: retentionKey(state),
      name: `Số tháng giữ phiếu từ khi sang “${stateById(state).airtable}”, rồi trang tự xóa; có tác dụng sau khi ghi một ngày`,
      filledBy: 'Cơ quan chủ quản',
      most: 240,
    }),
  ),
  {
    key: silenceKey,
    name: 'Số ngày chờ đơn vị trả lời ở “Link xác nhận”; quá số ngày này thì bài không bị giữ nữa. Để trống: bài chờ đến khi có trả lời hoặc văn bản đồng ý',
    filledBy: 'Cơ quan chủ quản',
    most: 90,
    isOptional: true,
  },
  {
    key: tipSwitch.key,
    name: 'Ghi “Có” thì trang mở mục “Ở chỗ tôi có một cách làm hay” (/chi-ra/) cho mọi người dân. Để trống: mục đóng, không nơi nào trên trang nhắc tới',
    filledBy: 'Cơ quan chủ quản',
    most: null,
    isOptional: true,
    oneOf: [tipSwitch.on],
  },
  {
    key: reviewSwitch.key,
    name: 'Ghi “Có” thì đề cử chỉ kết luận được (có quyết định, không đủ điều kiện) khi hai người đã gửi ý kiến độc lập. Để trống: không bắt buộc',
    filledBy: 'Sở Nội vụ',
    most: null,
    isOptional: true,
    oneOf: [reviewSwitch.on],
  },
  ...namedSlots.map(({ key, name, filledBy }): Setting => ({ key, name, filledBy, most: null })),
];
