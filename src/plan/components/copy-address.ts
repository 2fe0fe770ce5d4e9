const shownMs = 6000;

/**
 * A click on a clause mark goes to the clause, as any link does, and copies the clause's full address where the browser allows it.
 * The page's `[data-copy-status]`, if there is one, tells whether the address was copied.
 */
document.addEventListener('click', async (event) => {
  const mark = event.target instanceof Element ? event.target.closest('a.mark') : null;
  if (!(mark instanceof HTMLAnchorElement)) return;
  const done = await copy(mark.href);
  if (done) mark.dataset.copied = '';
  const status = document.querySelector<HTMLElement>('[data-copy-status]');
  const words = status?.dataset[done ? 'done' : 'refused'] ?? '';
  // A new node each time, so that screen readers repeat the same words and the last message stays its full time.
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
    return false; // Refused or no clipboard: the address is still in the address bar.
  }
}
