import { anyObject, fileOf, get, inPath, inQuery, ok, problem, send } from './operations.ts';

const json = 'application/json';
const ofForm = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const form = inPath('form', 'Mã phiếu: de-cu-tap-the…');
const code = inPath('code', 'Mã hồ sơ');
const key = inQuery('khoa', 'Khóa nhận cùng mã hồ sơ');
const received = { 201: { description: 'Đã nhận, kèm mã hồ sơ', content: anyObject } };
const unknownForm = { 404: problem('Không có phiếu này') };
const unknownCode = { 404: problem('Không có mã này, hoặc khóa không đúng') };

/** What is filed, and what its filer reads again. */
export const servicePaths: Record<string, object> = {
  '/api/forms/{form}': send('file', 'Gửi một phiếu', {
    body: 'Theo JSON Schema của phiếu. Gửi lại sau lỗi 503 thì giữ nguyên submissionKey.',
    types: [json, ofForm],
    done: received,
    more: unknownForm,
    parameters: [form],
  }),
  '/api/batches/{form}': send('file-table', 'Gửi nhiều đề cử bằng một bảng', {
    body: 'Bảng và câu chung, như trang gửi nhiều.',
    types: [json, multipart],
    done: received,
    more: unknownForm,
    parameters: [form],
  }),
  '/api/batches/{form}/bang.xlsx': send('table-to-correct', 'Bảng đã gửi, có đánh dấu chỗ phải sửa', {
    body: 'Bảng đã gửi.',
    types: [json, ofForm],
    done: { 200: { description: 'Bảng', content: fileOf(sheet) } },
    more: unknownForm,
    parameters: [form],
  }),
  '/api/batch-receipts/{file}': get(
    'batch-receipt',
    'filing',
    'Danh sách mã, hồ sơ đề nghị của một bảng đã gửi',
    { ...ok(fileOf('application/octet-stream')), 404: problem('Không có danh sách ở địa chỉ này') },
    [inPath('file', 'ma-ho-so.xlsx hoặc ho-so-de-nghi.zip'), key],
  ),
  '/api/evidence': {
    ...send('evidence', 'Gửi một tệp minh chứng trước khi gửi phiếu; chỉ từ trang này', {
      body: 'Một tệp PDF, JPEG hoặc PNG.',
      types: [multipart],
      done: received,
      more: { 403: problem('Không nhận từ trang khác') },
    }),
    ...send('evidence-removed', 'Bỏ một tệp chưa kèm phiếu nào; thẻ của tệp ở Authorization: Bearer', {
      done: { 204: { description: 'Đã bỏ' } },
      method: 'delete',
    }),
  },
  '/api/submissions/{code}': get(
    'status',
    'filing',
    'Tình trạng công khai của một hồ sơ',
    { ...ok(anyObject), 404: problem('Không có mã này') },
    [code],
  ),
  '/api/submissions/{code}/{file}': get(
    'receipt-file',
    'filing',
    'Biên nhận có chữ ký số, hồ sơ đề nghị khen thưởng',
    { ...ok({ ...anyObject, ...fileOf('application/pdf'), ...fileOf('application/zip') }), ...unknownCode },
    [code, inPath('file', 'proof.pdf, proof.json hoặc ho-so-de-nghi.zip'), key],
  ),
  '/api/supplements/{code}': send('supplement', 'Bổ sung, sửa một hồ sơ', {
    body: 'Các câu được hỏi lại.',
    types: [json, ofForm],
    done: received,
    more: unknownCode,
    parameters: [code, inQuery('khoa', 'Khóa nhận cùng mã hồ sơ, nếu không ghi trong nội dung', false)],
  }),
  '/api/withdrawals': send('withdrawal', 'Rút một hồ sơ', {
    body: 'Mã hồ sơ và khóa.',
    types: [json, ofForm],
    done: { 200: { description: 'Đã rút', content: anyObject } },
    more: unknownCode,
  }),
  '/api/dossier/{form}': send('dossier', 'Soạn hồ sơ đề nghị từ các câu trả lời, không lưu', {
    body: 'Theo JSON Schema của phiếu.',
    types: [json, ofForm],
    done: { 200: { description: 'Hồ sơ', content: { ...fileOf('application/zip'), ...fileOf(word) } } },
    more: unknownForm,
    parameters: [form],
  }),
  '/api/mail-copies': send('mail-copy', 'Xác nhận địa chỉ thư để nhận bản sao', {
    body: 'Khóa trong thư.',
    types: [ofForm],
    done: { 303: { description: 'Sang trang báo kết quả' }, 200: { description: 'Trang báo kết quả' } },
  }),
  '/api/ratings': send('rating', 'Đánh giá một trang; chỉ từ trang này', {
    body: 'Địa chỉ trang và câu trả lời.',
    types: [json, ofForm],
    done: { 201: { description: 'Đã ghi', content: anyObject } },
    more: { 403: problem('Không nhận từ trang khác') },
  }),
};
