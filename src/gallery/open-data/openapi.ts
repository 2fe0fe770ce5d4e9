import { dataSlots, site } from '../../vocabulary/site.ts';
import { fillSlots } from '../../vocabulary/slots.ts';
import { dataChanges, dataPaths, dataSets, descriptionPaths, formatsOf } from './catalogue.ts';
import type { DataSet } from './data-set.ts';
import { documentSchema } from './json-schema.ts';
import { anyObject, get, inPath, missing, ok } from './operations.ts';
import { publicPaths } from './public-paths.ts';
import { servicePaths } from './service-paths.ts';

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The files of a data set. */
function filesOf(set: DataSet): [string, object][] {
  return formatsOf(set).map((format) => {
    const schema = { $ref: `#/components/schemas/${set.id}` };
    const content =
      format === 'json'
        ? { 'application/json': { schema } }
        : { [mediaTypes[format]]: { schema: { type: 'string' } } };
    return [
      dataPaths(set.id)[format],
      get(`${set.id}-${format}`, 'data', `${set.title}, dạng ${format.toUpperCase()}`, {
        ...ok(content),
        ...missing,
      }),
    ];
  });
}

/** What describes the data sets. */
const descriptions: Record<string, object> = {
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
  paths: {
    ...Object.fromEntries(dataSets.flatMap(filesOf)),
    ...descriptions,
    ...publicPaths,
    ...servicePaths,
  },
  components: { schemas: Object.fromEntries(dataSets.map((set) => [set.id, documentSchema(set)])) },
});
