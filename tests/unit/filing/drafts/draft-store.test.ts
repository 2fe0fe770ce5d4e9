import { expect, test } from '@playwright/test';
import type { Draft } from '../../../../src/filing/drafts/draft.ts';
import { draftStore } from '../../../../src/filing/drafts/draft-store.ts';

/** A browser's store that takes so many entries. */
function storageFor(entries: number): Storage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => {
      if (!held.has(name) && held.size >= entries) throw new DOMException('full', 'QuotaExceededError');
      held.set(name, value);
    },
    removeItem: (name) => void held.delete(name),
    clear: () => held.clear(),
  };
}

const now = new Date('2026-11-25T02:00:00Z');
const draft = (key: number, daysAgo: number): Draft => ({
  form: 'phan-hoi',
  version: '1',
  key: `3f1c2b9e-2f5a-4d3f-9a36-00000000000${key}`,
  savedAt: new Date(now.getTime() - daysAgo * 86_400_000),
  isPending: false,
  answers: [],
});

test('drafts of one form are listed newest first, those of other forms are not', () => {
  const storage = storageFor(9);
  const store = draftStore(storage, 'phan-hoi', () => now);
  store.keep(draft(1, 2));
  store.keep(draft(2, 1));
  draftStore(storage, 'ap-dung', () => now).keep({ ...draft(3, 0), form: 'ap-dung' });
  expect(store.all()).toEqual([draft(2, 1), draft(1, 2)]);
  store.remove(draft(2, 1).key);
  expect(store.all()).toEqual([draft(1, 2)]);
});

test('outdated drafts and invalid entries are removed', () => {
  const storage = storageFor(9);
  const store = draftStore(storage, 'phan-hoi', () => now);
  store.keep(draft(1, 31));
  storage.setItem('ban-nhap/phan-hoi/x', '{"answers":"<script>"}');
  expect(store.all()).toEqual([]);
  expect(storage).toHaveLength(0);
});

test('a store that is full or forbidden says so and throws nothing', () => {
  expect(draftStore(storageFor(0), 'phan-hoi').keep(draft(1, 0))).toBe(false);
  const forbidden = draftStore(undefined, 'phan-hoi');
  expect(forbidden.keep(draft(1, 0))).toBe(false);
  expect(forbidden.all()).toEqual([]);
});
