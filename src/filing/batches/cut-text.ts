/** The beginning of a text, so many UTF-16 units long or one less: never half a character. */
export const cutText = (text: string, units: number): string =>
  text.slice(0, units).replace(/[\ud800-\udbff]$/, '');
