import { isIPv4, isIPv6 } from 'node:net';

/** All requests whose address is missing or malformed count as this one sender, with the usual limits. */
const unknown = 'unknown';

/** The eight 16-bit groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  // URL normalises every address to one spelling: `::ffff:192.0.2.1` becomes `::ffff:c000:201`.
  const written = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = written.split('::');
  const numbers = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  if (tail === undefined) return numbers(head);
  const [before, after] = [numbers(head), numbers(tail)];
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

const mapped = [0, 0, 0, 0, 0, 0xffff];

/**
 * The network of a request in one spelling: the whole IPv4 address, also where it is written as IPv6 (RFC 4291 §2.5.5.2), or the
 * /64 of an IPv6 address, which one line has to itself (RFC 6177). “unknown” for a missing or malformed address.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .split('%');
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return unknown;
  const groups = groupsOf(plain);
  if (mapped.every((group, at) => groups[at] === group))
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}
