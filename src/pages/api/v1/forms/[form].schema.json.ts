import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonSchemaOf } from '../../../../filing/definitions/json-schema.ts';
import { type Form, forms } from '../../../../filing/definitions/registry.ts';

export const getStaticPaths = (() =>
  forms.map((form) => ({ params: { form: form.id }, props: { form } }))) satisfies GetStaticPaths;

/** The JSON Schema of a form's API input. */
export const GET: APIRoute<{ form: Form }> = ({ props, site, url }) =>
  Response.json(jsonSchemaOf(props.form, new URL(url.pathname, site ?? url)));
