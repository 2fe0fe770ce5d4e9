/**
 * The oldest browsers in which every page works with its scripts (product promise 10): the last Chromium and Firefox on Windows 7
 * and 8.1, and Safari of iOS 15. In an older one, and wherever a script fails, the plain page takes over.
 */
export const browserFloor = { chrome: 109, firefox: 115, safari: 15.4 } as const;

/** The same as the bundler wants it: `chrome109`, … Safari of phones has a name of its own. */
export const buildTarget: string[] = Object.entries({ ...browserFloor, ios: browserFloor.safari }).map(
  ([name, version]) => name + version,
);

/**
 * Vite: writes the scripts of the pages in the syntax of the floor; Astro itself would take the newest. Class fields among it:
 * Safari 15 loses variables in their initialisers (https://webkit.org/b/236843). What writes them otherwise is one file.
 */
export const buildForFloor = {
  name: 'browser-floor',
  configEnvironment: (name: string) => {
    if (name !== 'client') return undefined;
    const groups = [{ name: 'runtime', test: /oxc-project.runtime|vite.preload-helper/ }];
    return { build: { target: buildTarget, rolldownOptions: { output: { codeSplitting: { groups } } } } };
  },
};
