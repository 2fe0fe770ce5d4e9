const shownMs = 1600;

/** A click on a clause mark goes to the clause, as any link, and copies its full address where the browser allows. */
document.addEventListener('click', async (event) => {
  if (!(event.target instanceof Element)) return;
  const mark = event.target.closest('a.mark');
  if (!(mark instanceof HTMLAnchorElement) || !navigator.clipboard) return;
  try {
    await navigator.clipboard.writeText(mark.href);
  } catch {
    return; // Refused: the address is in the address bar all the same.
  }
  mark.dataset.copied = '';
  setTimeout(() => delete mark.dataset.copied, shownMs);
});
