/**
 * Letters of a hash: 36 bits tell a few hundred scripts apart, and each page that loads scripts lists their names. The bundler refuses
 * six letters for more than 64 scripts.
 */
const hash = '[hash:6]';
const ofComponent = /\.astro_astro_type_script_index_(\d+)_lang$/;

/** The part of a script's address that names it: `FilingForm` for the only script of `FilingForm.astro`, `FilingForm-1` for its second. */
const nameOf = (chunk: string): string =>
  chunk
    .replace(ofComponent, (_, index: string) => (index === '0' ? '' : `-${index}`))
    .replace(/[^\w.-]/g, '_');

/**
 * Addresses of built scripts, shorter than Astro's: they stand in the page and in the script that loads the others, both of which
 * have a budget (tests/site/budgets.spec.ts).
 */
export const scriptFiles = {
  /** What a form needs before it can be sent, in one file: with many scripts the bundler makes a file of each part. */
  codeSplitting: {
    groups: [
      // What other pages load, too, stays in files of its own.
      { name: 'preload-helper', test: /preload-helper/, priority: 1 },
      { name: 'device-storage', test: /device-storage\.ts$/, priority: 1 },
      {
        name: 'filing',
        test: /src\/filing\/(forms\/(show-errors|ui\/(filing-form|form-steps|leave-to-browser|load-check|new-key|plain-way|read-reply|send-form))|drafts\/(draft-box|retry-delays))\.ts$/,
      },
    ],
  },
  entryFileNames: ({ name }: { name: string }) => `_astro/${nameOf(name)}.${hash}.js`,
  chunkFileNames: ({ name }: { name: string }) => `_astro/${nameOf(name)}.${hash}.js`,
};
