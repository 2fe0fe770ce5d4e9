import { isObject } from '../../platform/json.ts';
import type { FacetValue, FacetValues } from './facet-values.ts';
import { byFacet } from './facets.ts';

const isValue = (value: unknown): value is FacetValue =>
  isObject(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string';

/** Reads the file of all facet values. @throws TypeError if the file holds something else */
export function readFacetValues(file: unknown): FacetValues {
  return byFacet((facet) => {
    const values = isObject(file) ? file[facet] : null;
    if (!Array.isArray(values) || !values.every(isValue)) throw new TypeError(`No values of ${facet}`);
    return values;
  });
}
