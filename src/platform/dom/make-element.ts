/** Makes an element with a text, never read as HTML. Outside a browser, pass the document as `owner`. */
export function makeElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
  owner: Document = document,
): HTMLElementTagNameMap[Name] {
  const made = owner.createElement(name);
  made.textContent = text;
  return made;
}
