import { site } from '../../vocabulary/site.ts';
import { dataChanges, dataCredit, dataPaths, dataSets, formatsOf } from './catalogue.ts';
import type { DataSet, Sources } from './data-set.ts';
import { stateOf } from './data-state.ts';

const mediaTypes = {
  csv: 'text/csv',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const owner = { '@type': 'GovernmentOrganization', name: site.owner } as const;
const context = { '@context': 'https://schema.org' } as const;

/** A data set in the words of schema.org. https://schema.org/Dataset */
export function dataSetJsonLd(set: DataSet, sources: Sources): Record<string, unknown> {
  const { origin } = sources;
  const full = (path: string) => new URL(path, origin).href;
  const paths = dataPaths(set.id);
  return {
    ...context,
    '@type': 'Dataset',
    '@id': full(paths.page),
    url: full(paths.page),
    name: `${site.name}: ${set.title}`,
    description: `${set.about} ${set.coverage}`,
    identifier: set.id,
    inLanguage: 'vi',
    isAccessibleForFree: true,
    version: dataChanges.version,
    dateModified: stateOf(set, sources).changed,
    temporalCoverage: '2026/2030',
    spatialCoverage: { '@type': 'Place', name: 'Thành phố Đồng Nai' },
    creator: owner,
    publisher: owner,
    creditText: dataCredit(set, origin),
    includedInDataCatalog: { '@type': 'DataCatalog', '@id': full('/du-lieu/') },
    variableMeasured: set.columns.map(({ title }) => title),
    distribution: formatsOf(set).map((format) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaTypes[format],
      contentUrl: full(paths[format]),
    })),
  };
}

/** All data sets as a catalogue. https://schema.org/DataCatalog */
export const catalogueJsonLd = (origin: URL): Record<string, unknown> => ({
  ...context,
  '@type': 'DataCatalog',
  '@id': new URL('/du-lieu/', origin).href,
  url: new URL('/du-lieu/', origin).href,
  name: `${site.name}: dữ liệu mở`,
  inLanguage: 'vi',
  publisher: owner,
  dataset: dataSets.map(({ id, title }) => ({
    '@type': 'Dataset',
    '@id': new URL(dataPaths(id).page, origin).href,
    name: title,
  })),
});
