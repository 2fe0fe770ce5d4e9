import type { APIRoute } from 'astro';
import { dataPackage } from '../../../gallery/open-data/data-package.ts';

/** All data sets as a Frictionless Data Package. */
export const GET: APIRoute = ({ site, url }) => Response.json(dataPackage(site ?? url));
