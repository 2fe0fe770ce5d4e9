/** The words that ask back. */
export const meantWords = (meant: string): string => `Ý bạn là “${meant}”`;

/** Puts some words of a message into a new element. Does nothing where the message lacks them. */
export function wrapWords(message: Element, words: string, make: (document: Document) => HTMLElement): void {
  for (const node of message.childNodes) {
    const text = node.nodeName === '#text' ? (node.textContent ?? '') : '';
    const at = text.indexOf(words);
    if (at < 0) continue;
    const element = make(message.ownerDocument);
    element.textContent = words;
    node.textContent = text.slice(0, at);
    const rest = message.ownerDocument.createTextNode(text.slice(at + words.length));
    message.insertBefore(rest, node.nextSibling);
    message.insertBefore(element, rest);
    return;
  }
}

/** Makes the words “Ý bạn là …” of a message a link to the corrected query. */
export const linkMeant = (message: Element, meant: string, href: string): void =>
  wrapWords(message, meantWords(meant), (document) => {
    const link = document.createElement('a');
    link.setAttribute('href', href);
    link.setAttribute('data-meant', meant);
    return link;
  });
