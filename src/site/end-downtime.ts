// A page built before the stop ended may be read after it.
for (const notice of document.querySelectorAll<HTMLElement>('[data-until]')) {
  if (Date.parse(notice.dataset.until ?? '') < Date.now()) notice.remove();
}
