// Hides notices of stops that have ended since the page was built.
for (const notice of document.querySelectorAll<HTMLElement>('[data-until]')) {
  if (Date.parse(notice.dataset.until ?? '') < Date.now()) notice.remove();
}
