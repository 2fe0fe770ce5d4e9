import { BlockList, isIP } from 'node:net';

/** Thrown when `TRUSTED_PROXIES` names something that is no address and no network. */
export class TrustedProxyError extends Error {
  override readonly name = 'TrustedProxyError';
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** The address without port, brackets, zone and IPv4 prefix; undefined for what is no address. */
function plain(written: string): string | undefined {
  const bare = written.trim().replace(/^"(.*)"$/, '$1');
  const host = /^\[([^\]]+)\](?::\d+)?$/.exec(bare)?.[1] ?? /^([\d.]+):\d+$/.exec(bare)?.[1] ?? bare;
  const [address = ''] = host.replace(/^::ffff:(?=[\d.]+$)/i, '').split('%');
  return isIP(address) ? address : undefined;
}

function listOf(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [network = '', length] = proxy.split('/');
    const bits = Number(length);
    const most = isIP(network) === 6 ? 128 : 32;
    if (!isIP(network) || (length !== undefined && !(/^\d+$/.test(length) && bits <= most)))
      throw new TrustedProxyError(
        `TRUSTED_PROXIES: write addresses or networks such as 127.0.0.1, ::1 or 10.0.0.0/8, not ${proxy}.`,
      );
    if (length === undefined) list.addAddress(network, familyOf(network));
    else list.addSubnet(network, bits, familyOf(network));
  }
  return list;
}

/** Finds who asks, from the address of the connection and the values of `X-Forwarded-For`. */
export type ClientAddress = (connection: string | undefined, forwardedFor: readonly string[]) => string;

/**
 * Who asks: the right-most address that is no trusted proxy. Everything left of it was written by strangers. Without a trusted
 * proxy it is the address of the connection. `unix` trusts whoever connects through a socket file. Throws TrustedProxyError.
 */
export function clientAddress(proxies: readonly string[]): ClientAddress {
  const trustsSocketFile = proxies.includes('unix');
  const trusted = listOf(proxies.filter((proxy) => proxy !== 'unix'));
  const isTrusted = (address: string) => trusted.check(address, familyOf(address));
  return (connection, forwardedFor) => {
    let client = connection === undefined ? '' : (plain(connection) ?? '');
    if (client === '' ? !trustsSocketFile : !isTrusted(client)) return client;
    for (const written of forwardedFor.join(',').split(',').toReversed()) {
      const address = plain(written);
      if (address === undefined) return client;
      client = address;
      if (!isTrusted(client)) return client;
    }
    return client;
  };
}
