/**
 * The oldest browsers in which every page works with its scripts (product promise 10): the last Chromium and Firefox on Windows 7
 * and 8.1, and Safari of iOS 15. In an older one, and wherever a script fails, the plain page takes over.
 */
export const browserFloor = { chrome: 109, firefox: 115, safari: 15.4 } as const;

/** The floor as the bundler writes it for styles: `chrome109`, … Safari of phones has a name of its own. */
export const styleTarget: string[] = Object.entries({ ...browserFloor, ios: browserFloor.safari }).map(
  ([name, version]) => name + version,
);

/**
 * Vite: writes the scripts of the pages in the syntax of the floor; Astro itself would take the newest. Class fields stay what they
 * are, though Safari 15 loses variables in their initialisers (https://webkit.org/b/236843) and bundlers count them from 16 on: a
 * test sees to it that no initialiser has one.
 */
export const buildForFloor = {
  name: 'browser-floor',
  configEnvironment: (name: string) =>
    name === 'client'
      ? {
          build: {
            target: [`chrome${browserFloor.chrome}`, `firefox${browserFloor.firefox}`, 'safari16', 'ios16'],
          },
        }
      : undefined,
};
