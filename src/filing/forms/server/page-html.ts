/**
 * The HTML of a page. linkedom does not escape `&` in attributes, so a typed `AT&amp;T` would be read as `AT&T`; this function
 * escapes every `&`. Do not use the document afterwards.
 */
export function pageHtml(document: Document): string {
  for (const element of document.querySelectorAll('*')) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes('&')) attribute.value = attribute.value.replaceAll('&', '&amp;');
    }
  }
  return document.toString();
}
