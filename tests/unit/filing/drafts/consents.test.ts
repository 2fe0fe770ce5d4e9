import { expect, test } from '@playwright/test';
import { consentNames } from '../../../../src/filing/definitions/consents.ts';
import { forms } from '../../../../src/filing/definitions/registry.ts';

test('every consent box of a form is known as one and never kept in a draft', () => {
  for (const form of forms) {
    const asked: readonly string[] = form.sections.at(-1)?.fields ?? [];
    expect(asked.length, form.id).toBeGreaterThan(0);
    for (const name of asked) expect(consentNames, form.id).toContain(name);
  }
});
