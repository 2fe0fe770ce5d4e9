/** Announces the choice on /phan-cong/ and the number of rows. Without script, the style sheet still filters. */
class DutyChoice extends HTMLElement {
  connectedCallback(): void {
    addEventListener('hashchange', this.tell);
    this.tell();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.tell);
  }

  // Reads the address instead of `:target`, which the browser has not set yet while the page loads.
  readonly tell = (): void => {
    const links = [...this.querySelectorAll('nav a')];
    const chosen = links.find((link) => link.getAttribute('href') === location.hash) ?? links[0];
    for (const link of links) {
      if (link === chosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const agency = chosen?.parentElement?.id ?? '';
    const own = this.querySelectorAll(`[data-for~="${agency}"]`).length;
    // For browsers whose style sheet cannot filter: Firefox 115 has no `:has`.
    for (const row of this.querySelectorAll('[data-for]'))
      row.toggleAttribute('hidden', own > 0 && !row.matches(`[data-for~="${agency}"]`));
    const count = own || this.querySelectorAll('[data-for]').length;
    const status = this.querySelector('[data-part="status"]');
    if (status) status.textContent = `${chosen?.textContent?.trim() ?? ''}: ${count} việc.`;
  };
}

customElements.define('duty-choice', DutyChoice);
