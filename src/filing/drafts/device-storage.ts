/** Prefix of the names under which the drafts of a form are stored. */
export const prefix = (form: string) => `ban-nhap/${form}/`;

/** Name under which the device remembers the contact. */
export const contactName = 'lien-he';
/** Prefix of the name under which a storage remembers submissions: by form on the device, also by page address in a tab. */
export const filedPrefix = 'da-gui/';
export const filedName = (form: string) => `${filedPrefix}${form}${location.pathname}`;
/** Name under which a tab remembers its place in a form. */
export const placeName = (form: string) => `dang-dien/${form}${location.pathname}`;

/**
 * A storage of the browser, or undefined if it does not work: reading the property throws if storage is forbidden, and in a
 * browser within an app it may be null, absent or empty.
 */
function working(find: () => Storage): Storage | undefined {
  try {
    const storage = find();
    storage.getItem(storage.key(0) ?? '');
    return storage;
  } catch {
    return undefined;
  }
}

/** The storage of the device, if it works. */
export const deviceStorage = (): Storage | undefined => working(() => localStorage);
/** The storage of the tab, if it works. */
export const tabStorage = (): Storage | undefined => working(() => sessionStorage);

/** Names under which a storage holds drafts of a form. */
export const namesIn = (storage: Storage, form: string): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((name) =>
    name.startsWith(prefix(form)),
  );

/** True if the device holds a draft of this form. Cheap enough to run when a page loads. */
export function hasDrafts(form: string): boolean {
  const storage = deviceStorage();
  return storage !== undefined && namesIn(storage, form).length > 0;
}

/** True if the draft box must show something at once: a draft, a submission or a known contact. Just as cheap. */
export function isKnownHere(form: string): boolean {
  const tab = tabStorage();
  const kept = [
    deviceStorage()?.getItem(contactName),
    tab?.getItem(placeName(form)),
    tab?.getItem(filedName(form)),
  ];
  return kept.some(Boolean) || hasDrafts(form);
}
