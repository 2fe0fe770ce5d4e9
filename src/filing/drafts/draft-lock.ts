/** Releases the lock of a draft, so that another tab may take it. */
export type Release = () => void;

/**
 * Locks a draft for this tab until the tab releases it or is closed; undefined while another tab has the lock. Without browser
 * locks every tab gets the draft: the server still stores one submission per key.
 * https://www.w3.org/TR/web-locks/
 */
export function holdDraft(key: string): Promise<Release | undefined> {
  const free: Release = () => undefined;
  return new Promise((resolve) => {
    const request = async () =>
      navigator.locks.request(`ban-nhap/${key}`, { ifAvailable: true }, (lock) => {
        if (lock) return new Promise<void>((letGo) => resolve(() => letGo()));
        resolve(undefined);
        return undefined;
      });
    request().catch(() => resolve(free));
  });
}
