import { isIPv4, isIPv6 } from 'node:net';

/** Whoever the platform does not tell, or tells in words that are no address: one sender, with the limits of any other. */
const unknown = 'unknown';

/** The eight groups of an IPv6 address, as numbers. */
function groupsOf(address: string): number[] {
  // The URL standard writes every address in one way: `::ffff:192.0.2.1` as `::ffff:c000:201`.
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
 * The network from which a request came, in one spelling: an IPv4 address whole, also when it is written as IPv6
 * (RFC 4291 §2.5.5.2); of an IPv6 address the /64, which one line has to itself (RFC 6177). “unknown” for no address and for what
 * is none.
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
