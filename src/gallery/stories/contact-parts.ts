/** A piece of a contact; `href` where a phone or a mail program can act on it. */
export interface ContactPart {
  text: string;
  href?: string;
}

/** What stands between two digits of a number: nothing, a space, a point, any dash. */
const between = '[\\s\\u2060.\\p{Pd}]{0,3}';
const opening = '(?:\\((?=[+\\d\\s]{1,6}\\)))?';
const country = `\\+\\s?84\\)?${between}(?:\\(0\\)|0)?`;
const digits = (count: string) => `(?:\\)?${between}\\d){${count}}(?!\\d)`;
/** Nine digits of a mobile number, ten of a fixed line, each after 0 or +84; 1800 and 1900 numbers have none. */
const phone = `${opening}(?:${country}|0)${between}(?:[35789]${digits('8')}|2${digits('8,9')})|1[89]00${digits('4,6')}`;

/** A Vietnamese telephone number, however it is grouped; an e-mail address. A digit before a number makes it another. */
const reachable = new RegExp(
  `(?<before>\\d?)(?<phone>${phone})|(?<mail>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)`,
  'gu',
);

const dialled = (text: string): string =>
  text
    .replace(/[^\d+]/g, '')
    .replace(/^\+840?/, '+84')
    .replace(/^0/, '+84');

/** Cuts a contact at telephone numbers and mail addresses, so that each can be a link. */
export function contactParts(contact: string): ContactPart[] {
  const parts: ContactPart[] = [];
  let end = 0;
  for (const { 0: text, index, groups } of contact.matchAll(reachable)) {
    if (groups?.['before']) continue;
    if (index > end) parts.push({ text: contact.slice(end, index) });
    parts.push({ text, href: groups?.['phone'] ? `tel:${dialled(text)}` : `mailto:${text}` });
    end = index + text.length;
  }
  return end < contact.length ? [...parts, { text: contact.slice(end) }] : parts;
}
