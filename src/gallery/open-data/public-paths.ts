import { anyObject, fileOf, get, inPath, inQuery, missing, ok, problem } from './operations.ts';

const decision = inPath('decision', 'Số và năm, có thể thêm cơ quan: 12-qd-ubnd-2026-ubnd-xa-loc-ninh');
const year = inPath('year', 'Năm: 2026');
const set = inPath('set', 'Tên bộ dữ liệu, như ở /du-lieu/: dien-hinh, chi-so, ap-dung…');

const allGone = { 410: { description: 'Mọi điển hình của quyết định đã gỡ' } };

/** What anyone reads below `/api/v1/` that is no data set. */
export const publicPaths: Record<string, object> = {
  '/api/v1/ke-hoach/{clause}.json': get(
    'clause',
    'data',
    'Một mục của Kế hoạch',
    { ...ok(anyObject), ...missing },
    [inPath('clause', 'Mã mục: iii-1-2')],
  ),
  '/api/v1/vinh-danh/{id}.json': get(
    'honour',
    'verification',
    'Xác nhận có chữ ký số của một điển hình',
    { ...ok(anyObject), ...missing, 410: { description: 'Điển hình đã gỡ' } },
    [inPath('id', 'Mã điển hình: VD-0001')],
  ),
  '/api/v1/quyet-dinh/{decision}.json': get(
    'decision-json',
    'verification',
    'Các điển hình của một quyết định, kèm xác nhận có chữ ký số',
    { ...ok(anyObject), ...missing, ...allGone },
    [decision],
  ),
  '/api/v1/quyet-dinh/{decision}.csv': get(
    'decision-csv',
    'verification',
    'Các điển hình của một quyết định, dạng bảng',
    { ...ok(fileOf('text/csv')), ...missing, ...allGone },
    [decision],
  ),
  '/api/v1/receipt-key.json': get(
    'keys',
    'verification',
    'Khóa công khai để kiểm tra chữ ký (JWK Set)',
    ok(anyObject),
  ),
  '/api/v1/lay-y-kien/{name}': get(
    'notice',
    'verification',
    'Xác nhận đăng tải của một đợt lấy ý kiến',
    { ...ok({ ...anyObject, ...fileOf('application/pdf') }), 404: problem('Chưa có xác nhận') },
    [inPath('name', 'Mã đợt kèm .json hoặc .pdf')],
  ),
  '/api/v1/nam/{year}/nam.json': get('year', 'data', 'Một năm đã chốt', { ...ok(anyObject), ...missing }, [
    year,
  ]),
  '/api/v1/nam/{year}/{set}.json': get(
    'edition-json',
    'data',
    'Bản chốt năm của một bộ dữ liệu',
    { ...ok(anyObject), ...missing },
    [year, set],
  ),
  '/api/v1/nam/{year}/{set}.csv': get(
    'edition-csv',
    'data',
    'Bản chốt năm của một bộ dữ liệu, dạng bảng',
    { ...ok(fileOf('text/csv')), ...missing },
    [year, set],
  ),
  '/api/v1/lam-theo/{name}': get(
    'model-file',
    'data',
    'Dự thảo kế hoạch, một tờ tóm tắt hoặc tệp kèm theo của một mô hình',
    { ...ok(fileOf('application/octet-stream')), ...missing },
    [
      inPath('name', 'MH-0001.docx, MH-0001-mot-to.docx, hoặc tên tệp như bài ghi'),
      inQuery('don-vi', 'Mã đơn vị để ghi sẵn vào dự thảo', false),
    ],
  ),
  '/api/v1/forms/{form}.schema.json': get(
    'form-schema',
    'filing',
    'JSON Schema của một phiếu',
    { ...ok(anyObject), ...missing },
    [inPath('form', 'Mã phiếu: de-cu-tap-the…')],
  ),
  '/api/v1/bo-du-lieu.json': get(
    'data-states',
    'descriptions',
    'Mỗi bộ dữ liệu có bao nhiêu dòng, đổi lần cuối ngày nào',
    ok(anyObject),
  ),
  '/api/v1/build.json': get('build', 'service', 'Trang đang hiện bản dựng nào', ok(anyObject)),
  '/api/v1/health.json': get('health', 'service', 'Tình trạng dịch vụ', ok(anyObject)),
};
