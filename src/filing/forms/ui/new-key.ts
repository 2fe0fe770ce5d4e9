/** The length of a UUID in letters. */
const keyLength = 36;

/**
 * A random UUID (RFC 9562, version 4). Browsers give one over HTTPS alone; for a copy of the site without it the address of an empty
 * file ends with one (https://w3c.github.io/FileAPI/#unicodeBlobURL).
 */
export function newKey(): string {
  if (typeof crypto === 'object' && 'randomUUID' in crypto) return crypto.randomUUID();
  const address = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(address);
  return address.slice(-keyLength);
}
