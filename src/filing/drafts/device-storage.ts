/** Under which names the drafts of a form are held. */
export const prefix = (form: string) => `ban-nhap/${form}/`;

/** Where the device remembers whom to answer. */
export const contactName = 'lien-he';
/** Under which names a store remembers what was filed: of the device by form, of the tab by its address, too. */
export const filedPrefix = 'da-gui/';
export const filedName = (form: string) => `${filedPrefix}${form}${location.pathname}`;
/** Where a tab remembers how far it is in a form. */
export const placeName = (form: string) => `dang-dien/${form}${location.pathname}`;

/**
 * A store of the browser, or undefined where there is none that works: it may be forbidden, so that the property alone throws, or
 * be null, absent or empty in a browser within an app.
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

/** The store of the device, where there is one that works. */
export const deviceStorage = (): Storage | undefined => working(() => localStorage);
/** The store of the tab, where there is one that works. */
export const tabStorage = (): Storage | undefined => working(() => sessionStorage);

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

/** True when something was left, filed or said here that the box of drafts has to show; as cheap. */
export function isKnownHere(form: string): boolean {
  const tab = tabStorage();
  const kept = [
    deviceStorage()?.getItem(contactName),
    tab?.getItem(placeName(form)),
    tab?.getItem(filedName(form)),
  ];
  return kept.some(Boolean) || hasDrafts(form);
}
