import { namesIn, prefix } from './device-storage.ts';
import { type Draft, readDraft, writeDraft } from './draft.ts';

/** Age at which an unused draft is deleted: the device may be shared. */
export const keptDays = 30;

const dayMs = 86_400_000;

/** The drafts of one form on this device, each under its submission key, so that two tabs never share one. */
export interface DraftStore {
  /** All drafts, newest first; none if the browser stores nothing. */
  all: () => Draft[];
  /** Stores a draft; false if the browser refused (full, private, forbidden). The earlier version then stays. */
  keep: (draft: Draft) => boolean;
  remove: (key: string) => void;
}

/** The drafts of a form in a browser storage. Reading removes invalid and outdated entries. */
export function draftStore(storage: Storage | undefined, form: string, now = () => new Date()): DraftStore {
  const readAt = (name: string): Draft[] => {
    const draft = readDraft(storage?.getItem(name) ?? '');
    const isOld = draft && now().getTime() - draft.savedAt.getTime() > keptDays * dayMs;
    if (draft && !isOld && draft.form === form) return [draft];
    storage?.removeItem(name);
    return [];
  };
  return {
    all: () =>
      storage
        ? namesIn(storage, form)
            .flatMap(readAt)
            .sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime())
        : [],
    keep: (draft) => {
      try {
        storage?.setItem(prefix(form) + draft.key, writeDraft(draft));
        return storage !== undefined;
      } catch {
        return false;
      }
    },
    remove: (key) => storage?.removeItem(prefix(form) + key),
  };
}
