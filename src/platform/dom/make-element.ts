/** An element of a page with its text, which is set as text. Where there is no page of a browser, `owner` must be given. */
export function makeElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
  owner: Document = document,
): HTMLElementTagNameMap[Name] {
  const made = owner.createElement(name);
  made.textContent = text;
  return made;
}
