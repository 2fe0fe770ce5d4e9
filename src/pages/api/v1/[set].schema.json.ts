import type { APIRoute } from 'astro';
import { dataSets } from '../../../gallery/open-data/catalogue.ts';
import type { DataSet } from '../../../gallery/open-data/data-set.ts';
import { jsonSchemaOf } from '../../../gallery/open-data/json-schema.ts';

export const getStaticPaths = () => dataSets.map((set) => ({ params: { set: set.id }, props: { set } }));

/** The JSON Schema of a data set's JSON file. */
export const GET: APIRoute<{ set: DataSet }> = ({ props, site, url }) =>
  Response.json(jsonSchemaOf(props.set, site ?? url));
