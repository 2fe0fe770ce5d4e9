/** The part of the gallery that GallerySearch.astro marks with `data-part`. Throws when the part is missing. */
export function part<E extends Element = HTMLElement>(root: ParentNode, name: string): E {
  const found = root.querySelector<E>(`[data-part="${name}"]`);
  if (!found) throw new Error(`<gallery-search> needs a part “${name}”: see GallerySearch.astro.`);
  return found;
}

/** The input of the search box. */
export function wordsInput(root: ParentNode): HTMLInputElement {
  const input = root.querySelector<HTMLInputElement>('input[name="q"]');
  if (!input) throw new Error('<gallery-search> needs an input: see SearchBox.astro.');
  return input;
}
