/** Under which names the drafts of a form are held. */
export const prefix = (form: string) => `ban-nhap/${form}/`;

/**
 * The browser's store, or undefined where there is none that works: it may be forbidden, so that the property alone throws, or be
 * null, absent or empty in a browser within an app.
 */
export function deviceStorage(): Storage | undefined {
  try {
    const storage = localStorage;
    storage.getItem(storage.key(0) ?? '');
    return Number.isInteger(storage.length) ? storage : undefined;
  } catch {
    return undefined;
  }
}

/** Names under which a store holds drafts of a form. */
export const namesIn = (storage: Storage, form: string): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((name) =>
    name.startsWith(prefix(form)),
  );

/** True when the device holds a draft of this form; cheap enough for the start of a page. */
export function hasDrafts(form: string): boolean {
  const storage = deviceStorage();
  return storage !== undefined && namesIn(storage, form).length > 0;
}
