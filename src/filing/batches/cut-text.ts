/** Cuts a text to a number of UTF-16 units, or one less so that no character is cut in half. */
export const cutText = (text: string, units: number): string =>
  text.slice(0, units).replace(/[\ud800-\udbff]$/, '');
