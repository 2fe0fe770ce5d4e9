import { type DataFormat, dataSets, formatsOf } from './catalogue.ts';
import type { DataSet, Sources } from './data-set.ts';
import { csvOf, jsonOf, workbookOf } from './files.ts';

function make(set: DataSet, format: DataFormat, sources: Sources): Uint8Array<ArrayBuffer> {
  if (format === 'xlsx') return workbookOf(set, sources);
  const text = format === 'csv' ? csvOf(set, sources) : JSON.stringify(jsonOf(set, sources, new Date()));
  return new TextEncoder().encode(text);
}

const made = new Map<string, ReturnType<typeof make>>();

/** The bytes of a data set's file: made once per build, for the file itself and for the page that tells its size. */
export function builtFile(set: DataSet, format: DataFormat, sources: Sources): ReturnType<typeof make> {
  const name = `${set.id}.${format}`;
  const file = made.get(name) ?? make(set, format, sources);
  made.set(name, file);
  return file;
}

/** The data sets that have a file of a format, as the paths of a route. */
export const pathsOf = (format: DataFormat) =>
  dataSets
    .filter((set) => formatsOf(set).includes(format))
    .map((set) => ({ params: { set: set.id }, props: { set } }));
