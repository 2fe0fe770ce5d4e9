/** A placeholder to fill in by hand, for a missing answer or a detail that the form does not ask: `[số]`. */
export const slot = (name: string): string => `[${name}]`;
