/** A piece of a contact; `href` where a phone or a mail program can act on it. */
export interface ContactPart {
  text: string;
  href?: string;
}

/** A Vietnamese telephone number, written in groups or not; an e-mail address. */
const reachable = /(?<phone>(?:\+84|0)\d(?:[\s.-]?\d){7,9}(?!\d))|(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g;

/** Cuts a contact at telephone numbers and mail addresses, so that each can be a link. */
export function contactParts(contact: string): ContactPart[] {
  const parts: ContactPart[] = [];
  let end = 0;
  for (const match of contact.matchAll(reachable)) {
    const [text] = match;
    if (match.index > end) parts.push({ text: contact.slice(end, match.index) });
    const href = match.groups?.['phone']
      ? `tel:${text.replace(/[^\d+]/g, '').replace(/^0/, '+84')}`
      : `mailto:${text}`;
    parts.push({ text, href });
    end = match.index + text.length;
  }
  return end < contact.length ? [...parts, { text: contact.slice(end) }] : parts;
}
