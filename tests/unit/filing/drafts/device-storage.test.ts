import { expect, test } from '@playwright/test';
import { deviceStorage, hasDrafts } from '../../../../src/filing/drafts/device-storage.ts';

const broken = () => {
  throw new Error('broken');
};

/** What browsers, and browsers within apps, give for a store. */
const stores: Readonly<Record<string, PropertyDescriptor>> = {
  forbidden: { get: broken },
  null: { value: null },
  undefined: { value: undefined },
  'an empty object': { value: {} },
  'a store that reads nothing': { value: { length: 0, key: () => null, getItem: broken } },
  'a store that lists nothing': { value: { length: 0, key: broken, getItem: () => null } },
};

for (const [what, store] of Object.entries(stores)) {
  test(`where the store of the browser is ${what} there are no drafts, and no fault`, () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    Object.defineProperty(globalThis, 'localStorage', { ...store, configurable: true });
    expect(deviceStorage()).toBeUndefined();
    expect(hasDrafts('phan-hoi')).toBe(false);
    Reflect.deleteProperty(globalThis, 'localStorage');
    if (own) Object.defineProperty(globalThis, 'localStorage', own);
  });
}
