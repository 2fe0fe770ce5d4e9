const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters that XML spells out; `more` names those of another language. What nobody knows stays as it is. */
export const readEntities = (xml: string, more: Readonly<Record<string, string>> = {}): string =>
  xml.includes('&')
    ? xml.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,12}));/gi, (all, hex, decimal, name) => {
        if (name) return named[name] ?? more[name] ?? all;
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : xml;

const nameAndValue = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g;

/** The attributes of a tag, by name without prefix and in small letters. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of tag.matchAll(nameAndValue)) {
    const local = name.slice(name.indexOf(':') + 1).toLowerCase();
    if (!attributes.has(local) || local === name) {
      attributes.set(local, readEntities(double ?? single ?? bare ?? ''));
    }
  }
  return attributes;
}

/** Whether an attribute says yes. */
export const isOn = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';

/**
 * Text of a workbook as it was typed: characters that XML cannot hold are written `_x000D_`, and an underscore that begins such an
 * escape `_x005F_` (ECMA-376 part 1, 22.4.2.4). Lines end with a line feed alone; a carriage return behind the last is none.
 */
export const readEscapes = (text: string): string =>
  text.includes('_x') || text.includes('\r')
    ? text
        .replace(/_x([\dA-F]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replace(/\r$/, '')
        .replace(/\r\n?/g, '\n')
    : text;
