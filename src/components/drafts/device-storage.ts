/** Under which names the drafts of a form are held. */
export const prefix = (form: string) => `ban-nhap/${form}/`;

/** The browser's store, or undefined where it is forbidden: reading the property alone may throw. */
export function deviceStorage(): Storage | undefined {
  try {
    return localStorage;
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
