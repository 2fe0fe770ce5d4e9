/**
 * The oldest browsers in which every page works with its scripts (product promise 10): the last Chromium and Firefox on Windows 7
 * and 8.1, and Safari of iOS 15. In an older one, and wherever a script fails, the plain page takes over.
 */
export const browserFloor = { chrome: 109, firefox: 115, safari: 15.4 } as const;

/** The floor in the bundler's notation for styles: `chrome109`, … Safari on phones has a separate name, `ios`. */
export const styleTarget: string[] = Object.entries({ ...browserFloor, ios: browserFloor.safari }).map(
  ([name, version]) => name + version,
);

/**
 * Vite option: compiles the scripts of pages to the syntax of the floor; Astro's default is the newest syntax. Class fields are
 * not compiled, although Safari 15 loses variables in their initialisers (https://webkit.org/b/236843) and bundlers assume support
 * from 16 on: a test ensures that no initialiser uses a variable.
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
