import { z } from 'zod';
import changesFile from '../../../content/data-changes.json' with { type: 'json' };
import { site } from '../../vocabulary/site.ts';
import type { DataSet } from './data-set.ts';
import { indicatorSet } from './sets/indicators.ts';
import { adoptionSet, correctionSet, textSet, withdrawnSet } from './sets/of-stories.ts';
import { awardSet, clauseSet, dutySet } from './sets/plan.ts';
import { standingSet } from './sets/standings.ts';
import { storySet } from './sets/stories.ts';
import { unitSet } from './sets/units.ts';

/** All data sets, in the order in which the page lists them. */
export const dataSets: readonly DataSet[] = [
  storySet,
  indicatorSet,
  textSet,
  adoptionSet,
  correctionSet,
  withdrawnSet,
  clauseSet,
  awardSet,
  dutySet,
  standingSet,
  unitSet,
];

const version = z.string().regex(/^\d+\.\d+\.\d+$/);

/** Version of the structure of the data, and its changes, latest first: content/data-changes.json. */
export const dataChanges = z
  .strictObject({
    version,
    changes: z.array(z.strictObject({ version, day: z.iso.date(), what: z.string().min(1) })).min(1),
  })
  .parse(changesFile);

const dataFormats = ['csv', 'json', 'xlsx'] as const;

/** A format in which a data set is offered. */
export type DataFormat = (typeof dataFormats)[number];

/** The formats of a data set. */
export const formatsOf = ({ isLongText }: Pick<DataSet, 'isLongText'>): readonly DataFormat[] =>
  dataFormats.filter((format) => !(isLongText && format === 'xlsx'));

/** Addresses of a data set. */
export const dataPaths = (id: string) =>
  ({
    page: `/du-lieu/${id}/`,
    csv: `/api/v1/${id}.csv`,
    json: `/api/v1/${id}.json`,
    xlsx: `/api/v1/${id}.xlsx`,
    schema: `/api/v1/${id}.schema.json`,
  }) as const;

/** Addresses of the descriptions of all data. */
export const descriptionPaths = {
  dataPackage: '/api/v1/datapackage.json',
  openApi: '/api/v1/openapi.json',
} as const;

/** How to name the source of a data set. */
export const dataCredit = ({ id, title }: Pick<DataSet, 'id' | 'title'>, origin: URL): string =>
  `${site.owner}, ${site.name}, bộ dữ liệu “${title}”, phiên bản cấu trúc ${dataChanges.version}, ${new URL(dataPaths(id).page, origin).href}`;
