import { expect, test } from '@playwright/test';
import { jsonSchemaOf } from '../../../../src/filing/definitions/json-schema.ts';
import { forms } from '../../../../src/filing/definitions/registry.ts';

for (const form of forms) {
  test(`the JSON Schema of ${form.id} names every field, and requires what the form requires`, () => {
    const address = new URL(`https://thu.example/api/v1/forms/${form.id}.schema.json`);
    const schema = jsonSchemaOf(form, address);
    expect(schema.$id).toBe(address.href);
    expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(form.schema.shape));
    for (const property of Object.values(schema.properties ?? {})) {
      expect(property).toHaveProperty('title');
    }
    if ('unitCode' in form.schema.shape) expect(schema.required).toContain('unitCode');
    expect(schema.required).not.toContain('contactEmail');
  });
}
