const shownMs = 6000;

/**
 * A click on a clause mark goes to the clause, as any link, and copies its full address where the browser allows.
 * The page's `[data-copy-status]`, if it has one, says in its own words which of the two it was.
 */
document.addEventListener('click', async (event) => {
  const mark = event.target instanceof Element ? event.target.closest('a.mark') : null;
  if (!(mark instanceof HTMLAnchorElement)) return;
  const done = await copy(mark.href);
  if (done) mark.dataset.copied = '';
  const status = document.querySelector<HTMLElement>('[data-copy-status]');
  const words = status?.dataset[done ? 'done' : 'refused'] ?? '';
  // A node of its own each time, so that the same words are heard again, and the last one stays its full time.
  const said = new Text(words);
  status?.replaceChildren(said);
  setTimeout(() => {
    delete mark.dataset.copied;
    said.remove();
  }, shownMs);
});

async function copy(address: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false; // Refused, or no clipboard here: the address is in the address bar all the same.
  }
}
