const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Decodes entities of XML; `more` adds entities of another language. Unknown entities stay unchanged. */
export const readEntities = (xml: string, more: Readonly<Record<string, string>> = {}): string =>
  xml.includes('&')
    ? xml.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,12}));/gi, (all, hex, decimal, name) => {
        if (name) return named[name] ?? more[name] ?? all;
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : xml;

const nameAndValue = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g;

/** The attributes of a tag. Names are in lower case, without prefix. */
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

/** Whether a boolean attribute is true. */
export const isOn = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';

/**
 * Decodes text of a workbook: characters that XML cannot hold are stored as `_x000D_`, and an underscore that begins such an
 * escape as `_x005F_` (ECMA-376 part 1, 22.4.2.4). Lines end with a line feed alone; a carriage return at the end is dropped.
 */
export const readEscapes = (text: string): string =>
  text.includes('_x') || text.includes('\r')
    ? text
        .replace(/_x([\dA-F]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replace(/\r$/, '')
        .replace(/\r\n?/g, '\n')
    : text;
