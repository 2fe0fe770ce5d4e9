/**
 * Marks the current part in every contents list: the last part whose start has passed the upper sixth of the window, so
 * that a link also marks a short part. Without this script the list is a plain list of links.
 */
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-follow] a[href^="#"]')];
const idOf = (link: HTMLAnchorElement): string => decodeURIComponent(link.hash.slice(1));
const parts = [...new Set(links.map(idOf))].flatMap((id) => document.getElementById(id) ?? []);
const passed = new Set<Element>();

function follow(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) passed.add(target);
    else passed.delete(target);
  }
  const current = parts.findLast((part) => passed.has(part));
  for (const link of links) {
    if (idOf(link) !== current?.id) link.removeAttribute('aria-current');
    else if (!link.hasAttribute('aria-current')) {
      link.setAttribute('aria-current', 'location');
      keepInSight(link);
    }
  }
}

/** Scrolls the box of the list, never the page. */
function keepInSight(link: HTMLAnchorElement): void {
  const box = link.closest('[data-follow-box]');
  if (!box) return;
  const { top, bottom } = link.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (top < frame.top || bottom > frame.bottom) box.scrollTop += top - frame.top - box.clientHeight / 3;
}

// The observed area has no upper end, so a part stays inside from the moment its start passes the line.
const observer = new IntersectionObserver(follow, { rootMargin: '1000000px 0px -84% 0px' });
for (const part of parts) observer.observe(part);
