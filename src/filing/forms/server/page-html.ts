/**
 * The HTML of a page. linkedom writes `&` in attributes as it stands, so that `AT&amp;T`, typed, would be read as `AT&T`: here every
 * one is escaped. The document is of no use afterwards.
 */
export function pageHtml(document: Document): string {
  for (const element of document.querySelectorAll('*')) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes('&')) attribute.value = attribute.value.replaceAll('&', '&amp;');
    }
  }
  return document.toString();
}
