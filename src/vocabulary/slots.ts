import { ownerValue } from './owner-settings.ts';

/** Who must fill a slot. */
export type FilledBy = 'Sở Nội vụ' | 'Cơ quan chủ quản' | 'Người vận hành trang';

/** Something that the owner must say once, printed as `[điền: …]` until a row of `Cài đặt` says it. */
export interface NamedSlot {
  /** `Mã` of its row. */
  key: string;
  /** What stands between `[điền:` and `]`. */
  slot: string;
  /** In words for staff: what it is, and where it is read. */
  name: string;
  filledBy: FilledBy;
}

const [home, owner, operator] = ['Sở Nội vụ', 'Cơ quan chủ quản', 'Người vận hành trang'] as const;

/** Every slot of the site's own texts. `tests/unit/vocabulary/slots.test.ts` compares them with the sources. */
export const namedSlots: readonly NamedSlot[] = [
  ['lien-he.phu-trach', 'họ tên, chức vụ', 'Người chịu trách nhiệm nội dung, cuối mọi trang', owner],
  ['lien-he.dia-chi', 'địa chỉ cơ quan', 'Địa chỉ cơ quan, cuối mọi trang', owner],
  ['lien-he.dien-thoai', 'số điện thoại', 'Điện thoại, cuối mọi trang', owner],
  ['lien-he.thu', 'thư điện tử công vụ', 'Thư điện tử công vụ, cuối mọi trang', owner],
  [
    'lien-he.tiep-nhan',
    'điện thoại, thư điện tử của bộ phận tiếp nhận',
    'Đầu mối tiếp nhận phiếu, trên biên nhận và trang tra cứu',
    home,
  ],
  [
    'lien-he.so-noi-vu',
    'điện thoại, thư điện tử',
    'Đầu mối hỏi về nhóm tiêu chí và mã hồ sơ không tìm thấy',
    home,
  ],
  ['lien-he.bao-chi', 'họ tên, điện thoại, thư điện tử', 'Đầu mối báo chí, trang Liên hệ', home],
  [
    'lien-he.tiep-can',
    'điện thoại, thư điện tử, người phụ trách',
    'Nơi báo chỗ khó đọc, khó dùng, trang Tiếp cận',
    operator,
  ],
  ['lien-he.tiep-can-han', 'thời hạn trả lời về tiếp cận', 'Thời hạn trả lời, trang Tiếp cận', owner],
  [
    'du-lieu.lien-he',
    'địa chỉ, điện thoại, thư điện tử',
    'Liên hệ về dữ liệu cá nhân, mục 1 Quyền riêng tư',
    owner,
  ],
  [
    'du-lieu.phu-trach',
    'họ tên, cách liên hệ',
    'Người phụ trách bảo vệ dữ liệu, mục 1 Quyền riêng tư',
    owner,
  ],
  ['du-lieu.quyet-dinh', 'số, ngày quyết định', 'Quyết định về nơi lưu dữ liệu, mục 5 Quyền riêng tư', owner],
  [
    'du-lieu.may-chu-thu',
    'tên dịch vụ, nơi đặt; chưa nối thì trang không gửi thư nào',
    'Máy chủ thư, mục 5 Quyền riêng tư',
    operator,
  ],
  [
    'du-lieu.hieu-luc',
    'ngày thông báo có hiệu lực',
    'Ngày thông báo có hiệu lực, mục 11 Quyền riêng tư',
    owner,
  ],
  [
    'du-lieu.thoi-gian-luu',
    'thời gian lưu, do cơ quan chủ quản quyết định',
    'Thời gian lưu bằng lời, mục 6 Quyền riêng tư',
    owner,
  ],
  ['du-lieu.khieu-nai', 'nơi nhận khiếu nại', 'Nơi nhận khiếu nại, mục 10 Quyền riêng tư', owner],
  [
    'van-ban.ban-goc',
    'địa chỉ bản gốc trên cổng thông tin',
    'Địa chỉ bản gốc của Kế hoạch 113/KH-UBND',
    owner,
  ],
  ['van-ban.kiem-tra', 'ngày kiểm tra liên kết', 'Ngày kiểm tra liên kết gần nhất, trang Văn bản', operator],
  ['anh.dieu-kien', 'điều kiện dùng ảnh', 'Điều kiện dùng ảnh, trang Hỏi đáp và Báo chí', owner],
  ['bao-chi.nguoi-truc', 'họ tên người trực báo chí', 'Người trực báo chí, trang Báo chí', home],
  ['bao-chi.di-dong', 'số di động', 'Số di động của người trực, trang Báo chí', home],
  ['bao-chi.thu', 'thư điện tử báo chí', 'Thư điện tử của người trực, trang Báo chí', home],
  ['bao-chi.gio-truc', 'giờ trực', 'Giờ trực, trang Báo chí', home],
  ['bao-chi.tra-loi', 'thời hạn trả lời', 'Thời hạn trả lời báo chí, trang Báo chí', home],
  ['bao-chi.ngoai-gio', 'cách liên hệ ngoài giờ', 'Liên hệ ngoài giờ, trang Báo chí', home],
  ['bao-chi.bieu-trung', 'biểu trưng và quy tắc dùng', 'Biểu trưng, trang Báo chí', owner],
  ['ke-hoach.ban-ky', 'địa chỉ bản ký số của Kế hoạch', 'Bản ký, đóng dấu, trang Toàn văn kế hoạch', owner],
  ['du-lieu-mo.giay-phep', 'giấy phép dùng lại dữ liệu', 'Giấy phép dữ liệu mở, trang Dữ liệu', owner],
  ['du-lieu-mo.lien-he', 'thư điện tử về dữ liệu', 'Liên hệ về dữ liệu mở, trang Dữ liệu', owner],
  [
    'lay-y-kien.quy-dinh',
    'quy định về lấy ý kiến',
    'Danh hiệu, hình thức nào phải lấy ý kiến, bao nhiêu ngày, theo điều nào, trang Lấy ý kiến',
    owner,
  ],
  ['thoi-han.xem-xet', 'số ngày làm việc, do Sở Nội vụ công bố', 'Thời gian xem xét, trang Hỏi đáp', home],
  ['thoi-han.bao-cao', 'ngày, do Sở Nội vụ công bố', 'Hạn nộp báo cáo năm nay, trang Hỏi đáp', home],
  ['noi-nhan.ban-giay', 'nơi nhận bản giấy', 'Nơi nhận bản giấy, trang Hỏi đáp', home],
].map(([key = '', slot = '', name = '', filledBy]) => ({
  key,
  slot,
  name,
  filledBy: [home, owner, operator].find((one) => one === filledBy) ?? owner,
}));

const keys = new Map(namedSlots.map(({ slot, key }) => [slot, key]));
const written = /\[điền:([^\]]*)\]/gu;

/** What a slot's text says in one line, however the page breaks it. */
const slotText = (found: string): string => found.replace(/[\s\u00a0\u2060]+/gu, ' ').trim();

/** A text with every slot that a row fills; others stay. `inText` writes a value in the language of the text. */
export const fillSlots = (text: string, inText: (value: string) => string = (value) => value): string =>
  text.replace(written, (whole, inner: string) => {
    const value = ownerValue(keys.get(slotText(inner)) ?? '');
    return value === undefined ? whole : inText(value);
  });
