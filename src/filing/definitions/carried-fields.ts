// Names of fields besides the answers. They have a file of their own, because the script of every form loads it.

/** Name of the field in which the script of a page says how long it has been open, in milliseconds. */
export const tookName = 'tookMs';

/** Name of the field with a solved challenge, as ALTCHA writes it: base64 of `{"challenge","solution"}`. */
export const solutionName = 'altcha';

/** Name of the field in which a page without script carries its wait token. */
export const waitName = 'waitToken';
