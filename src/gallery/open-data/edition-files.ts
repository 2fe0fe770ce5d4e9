import { readLiveCollection } from '../live-collection.ts';

/** The editions that were taken, as the paths of a route. */
export const editionRoutes = async () =>
  (await readLiveCollection('editions')).map((edition) => ({
    params: { year: String(edition.year), set: edition.dataSet },
    props: { edition },
  }));
