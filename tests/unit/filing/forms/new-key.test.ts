import { expect, test } from '@playwright/test';
import { newKey } from '../../../../src/filing/forms/ui/new-key.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('a key is a UUID, and another each time, over HTTPS and without it', () => {
  const keys = Array.from({ length: 100 }, newKey);
  const own = Object.getOwnPropertyDescriptor(Crypto.prototype, 'randomUUID');
  Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
  expect('randomUUID' in crypto).toBe(false);
  keys.push(...Array.from({ length: 100 }, newKey));
  if (own) Object.defineProperty(Crypto.prototype, 'randomUUID', own);
  expect(new Set(keys).size).toBe(200);
  for (const key of keys) expect(key).toMatch(uuid);
});
