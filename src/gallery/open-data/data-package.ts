import { dataSlots, site } from '../../vocabulary/site.ts';
import { fillSlots } from '../../vocabulary/slots.ts';
import { dataChanges, dataCredit, dataPaths, dataSets, descriptionPaths } from './catalogue.ts';
import type { ColumnFacts, DataSet } from './data-set.ts';

const fieldTypes = { uri: 'string', list: 'string' } as const;

/** A column of a CSV file as a field of Table Schema. */
const field = ({ title, key, type, about, required }: ColumnFacts) => ({
  name: title,
  'x-json': key,
  type: type === 'uri' || type === 'list' ? fieldTypes[type] : type,
  ...(type === 'uri' && { format: 'uri' }),
  // Instants have fractions of a second, which the default of Table Schema 1 does not read.
  ...(type === 'datetime' && { format: 'any' }),
  description: type === 'list' ? `${about} Các giá trị ngăn bằng “; ”.` : about,
  ...(required && { constraints: { required: true } }),
});

const resource = (set: DataSet, origin: URL) => ({
  name: set.id,
  title: set.title,
  description: `${set.about} ${set.coverage}`,
  path: new URL(dataPaths(set.id).csv, origin).href,
  type: 'table',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  sources: [{ title: dataCredit(set, origin), path: new URL(dataPaths(set.id).page, origin).href }],
  schema: {
    fields: set.columns.map(field),
    missingValues: [''],
    primaryKey: set.columns.filter(({ key }) => set.primaryKey.includes(key)).map(({ title }) => title),
  },
});

/** All data sets as one Data Package of tables. https://datapackage.org/standard/data-package/ */
export const dataPackage = (origin: URL) => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'thi-dua-doi-moi-dong-nai',
  id: new URL(descriptionPaths.dataPackage, origin).href,
  title: `${site.name}: dữ liệu mở`,
  description: `Dữ liệu của Phong trào thi đua “${site.movement}”, ${site.years}. Giấy phép: ${fillSlots(dataSlots.licence)}.`,
  homepage: new URL('/du-lieu/', origin).href,
  version: dataChanges.version,
  contributors: [{ title: site.owner, roles: ['publisher'] }],
  keywords: ['thi đua', 'khen thưởng', 'đổi mới sáng tạo', 'chuyển đổi số', 'chuyển đổi xanh', 'Đồng Nai'],
  resources: dataSets.map((set) => resource(set, origin)),
});
