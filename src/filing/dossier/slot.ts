/** A named place for what the form does not ask or nobody answered, to fill in by hand: `[số]`. */
export const slot = (name: string): string => `[${name}]`;
