import { idsSaid } from '../../vietnamese/question-words.ts';
import { wordsOf } from '../../vietnamese/words.ts';

const places =
  'xã|phường|thị trấn|thị xã|huyện|quận|tỉnh|thành phố|ấp|khu phố|thôn|xóm|ubnd|ủy ban|sở|ban|ngành|hội|đoàn|chi cục|trung tâm|trường|bệnh viện|công an|cơ quan|đơn vị';

/** Pages where a search goes on that found nothing, and the words that speak for each. Nothing else said, the first are likeliest. */
const doors = {
  '/phan-cong/':
    'ai|sở|ban|ngành|cơ quan|đơn vị|nhiệm vụ|trách nhiệm|phân công|chủ trì|phối hợp|phụ trách|làm gì|việc gì',
  '/de-cu/':
    'phiếu|mẫu|biểu mẫu|đơn|tờ khai|form|đề cử|đề nghị|đề xuất|giới thiệu|nộp|gửi|điền|đăng ký|báo cáo|tệp|file',
  '/lien-he/':
    'gọi|hỏi|gặp|liên hệ|liên lạc|điện thoại|số máy|địa chỉ|ở đâu|chỗ nào|email|mail|zalo|facebook|hotline|giúp|hỗ trợ',
  '/lo-trinh/':
    'khi nào|bao giờ|lúc nào|ngày|tháng|quý|năm|hạn|thời hạn|mốc|lịch|giai đoạn|sơ kết|tổng kết|bao lâu|deadline|20[0-9][0-9]',
  '/khen-thuong/':
    'khen|thưởng|giấy khen|bằng khen|huân chương|huy chương|cờ|kỷ niệm chương|danh hiệu|giải|tiền|bao nhiêu|mấy triệu|vinh danh',
  '/don-vi/': places,
  '/dien-hinh/ban-do/': places,
  '/dien-hinh/':
    'mô hình|điển hình|cách làm|sáng kiến|giải pháp|gương|máy|phần mềm|ứng dụng|rác|nước|điện|cây|nuôi|trồng|chế tạo|số hóa',
  '/ke-hoach/': 'kế hoạch|mục|điểm|khoản|phần|trang|kh|[0-9]+[a-z]*',
  '/van-ban/':
    'văn bản|luật|nghị định|nghị quyết|quyết định|thông tư|công văn|chỉ thị|hướng dẫn|điều|nđ|nq|qđ|tt|kh|ct|[0-9]+',
  '/tra-cuu/': 'mã|hồ sơ|tra cứu|trạng thái|kết quả|biên nhận|dn[0-9][0-9a-z]*',
  '/bao-chi/': 'báo chí|phóng viên|nhà báo|phỏng vấn|ảnh|hình|video|tin|bài',
  '/du-lieu/': 'dữ liệu|số liệu|thống kê|csv|excel|xlsx|json|api|bảng',
  '/en/': 'what|how|who|where|when|why|is|are|of|for|and|about|english',
} as const;

const shown = 3;
const doorsSaid = idsSaid(doors);

/** Addresses of the three pages that are likeliest for what was typed, by the kind of its words. */
export function likelyDoors(typed: string): string[] {
  const said = doorsSaid(wordsOf(typed));
  return [...new Set([...said, ...Object.keys(doors)])].slice(0, shown);
}
