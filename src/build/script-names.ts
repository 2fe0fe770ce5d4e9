/**
 * Letters of a hash: 36 bits tell a few hundred scripts apart, and each page that loads scripts lists their names. The bundler refuses
 * six letters for more than 64 scripts; from there on it also splits what forms load into twice as many files, so keep below.
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
export const scriptNames = {
  entryFileNames: ({ name }: { name: string }) => `_astro/${nameOf(name)}.${hash}.js`,
  chunkFileNames: ({ name }: { name: string }) => `_astro/${nameOf(name)}.${hash}.js`,
};
