/** Lets go of a draft, so that another tab may take it. */
export type Release = () => void;

/**
 * Holds a draft for this tab until it lets go or is closed; undefined while another tab holds it. Where the browser has
 * no locks every tab may: the server still takes one filing of a key.
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
