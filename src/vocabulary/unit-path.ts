import { fold } from '../vietnamese/fold.ts';

const type = /^UBND (?:phường|xã|đặc khu) /;

/**
 * Address of the page of a listed unit: `/don-vi/so-noi-vu/`, `/don-vi/trang-bom-26248/`. That of a commune has its name and
 * code without its type, so that it lasts when a xã becomes a phường.
 */
export function unitPath({ code, name }: { code: string; name: string }): string {
  const words = fold(name.replace(type, '')).match(/[a-z0-9]+/g) ?? [];
  return /^\d+$/.test(code) ? `/don-vi/${[...words, code].join('-')}/` : `/don-vi/${code}/`;
}
