import { dataSlots, site } from '../../vocabulary/site.ts';
import { fillSlots } from '../../vocabulary/slots.ts';
import { dataChanges, dataPaths, dataSets, descriptionPaths, formatsOf } from './catalogue.ts';
import type { DataSet } from './data-set.ts';
import { documentSchema } from './json-schema.ts';

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const ok = (content: object) => ({
  200: { description: 'Dữ liệu', content },
  405: { description: 'Chỉ đọc bằng GET' },
});
const anyObject = { 'application/json': { schema: { type: 'object' } } };
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { type: 'object' } } },
});

const get = (
  operationId: string,
  tag: string,
  summary: string,
  responses: object,
  parameters: object[] = [],
) => ({
  get: { operationId, tags: [tag], summary, ...(parameters.length > 0 && { parameters }), responses },
});
const inPath = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

/** The files of a data set. */
function filesOf(set: DataSet): [string, object][] {
  return formatsOf(set).map((format) => {
    const schema = { $ref: `#/components/schemas/${set.id}` };
    const content =
      format === 'json'
        ? { 'application/json': { schema } }
        : { [mediaTypes[format]]: { schema: { type: 'string' } } };
    const missing = { 404: { description: 'Không có địa chỉ này' } };
    return [
      dataPaths(set.id)[format],
      get(`${set.id}-${format}`, 'data', `${set.title}, dạng ${format.toUpperCase()}`, {
        ...ok(content),
        ...missing,
      }),
    ];
  });
}

/** What else can be read, which is no data set. */
const others: Record<string, object> = {
  '/api/v1/{set}.schema.json': get(
    'schema',
    'descriptions',
    'JSON Schema của một bộ dữ liệu',
    ok(anyObject),
    [inPath('set', 'Tên bộ dữ liệu: dien-hinh, chi-so…')],
  ),
  [descriptionPaths.dataPackage]: get(
    'datapackage',
    'descriptions',
    'Mọi bộ dữ liệu, theo Data Package 2',
    ok(anyObject),
  ),
  [descriptionPaths.openApi]: get('openapi', 'descriptions', 'Tài liệu này', ok(anyObject)),
  '/api/v1/ke-hoach/{clause}.json': get(
    'clause',
    'data',
    'Một mục của Kế hoạch',
    { ...ok(anyObject), 404: { description: 'Không có mục này' } },
    [inPath('clause', 'Mã mục: iii-1-2')],
  ),
  '/api/v1/forms/{form}.schema.json': get(
    'form-schema',
    'filing',
    'JSON Schema của một phiếu',
    ok(anyObject),
    [inPath('form', 'Mã phiếu: de-cu-tap-the…')],
  ),
  '/api/forms/{form}': {
    post: {
      operationId: 'file',
      tags: ['filing'],
      summary: 'Gửi một phiếu',
      parameters: [inPath('form', 'Mã phiếu')],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: { type: 'object', description: 'Theo JSON Schema của phiếu.' } },
        },
      },
      responses: {
        201: { description: 'Đã nhận, kèm mã hồ sơ', content: anyObject },
        422: problem('Phiếu còn lỗi: từng lỗi kèm tên câu'),
        429: problem('Gửi quá nhiều: chờ rồi gửi lại'),
        503: problem('Chưa lưu được: gửi lại với cùng submissionKey'),
      },
    },
  },
  '/api/submissions/{code}': get(
    'status',
    'filing',
    'Tình trạng công khai của một hồ sơ',
    { ...ok(anyObject), 404: problem('Không có mã này') },
    [inPath('code', 'Mã hồ sơ')],
  ),
  '/api/v1/receipt-key.json': get(
    'keys',
    'verification',
    'Khóa công khai để kiểm tra chữ ký (JWK Set)',
    ok(anyObject),
  ),
  '/api/v1/health.json': get('health', 'service', 'Tình trạng dịch vụ', ok(anyObject)),
};

/** The whole API of the site as OpenAPI 3.1. https://spec.openapis.org/oas/v3.1.0 */
export const openApi = (origin: URL) => ({
  openapi: '3.1.0',
  info: {
    title: `${site.name}: API`,
    version: dataChanges.version,
    description: `Dữ liệu mở và gửi phiếu của Phong trào thi đua “${site.movement}”. Đọc không cần khóa, đọc được từ trang khác (CORS).`,
    license: { name: fillSlots(dataSlots.licence), url: new URL('/du-lieu/#giay-phep', origin).href },
    contact: { name: site.owner, url: new URL('/lien-he/', origin).href },
  },
  servers: [{ url: origin.origin }],
  security: [],
  tags: [
    { name: 'data', description: 'Các bộ dữ liệu' },
    { name: 'descriptions', description: 'Mô tả dữ liệu' },
    { name: 'verification', description: 'Xác minh' },
    { name: 'filing', description: 'Gửi và tra cứu phiếu' },
    { name: 'service', description: 'Dịch vụ' },
  ],
  paths: { ...Object.fromEntries(dataSets.flatMap(filesOf)), ...others },
  components: { schemas: Object.fromEntries(dataSets.map((set) => [set.id, documentSchema(set)])) },
});
