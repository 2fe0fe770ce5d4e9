/** Says which choice of /phan-cong/ holds and how many rows it leaves; the style sheet filters, too, for who has no script. */
class DutyChoice extends HTMLElement {
  connectedCallback(): void {
    addEventListener('hashchange', this.tell);
    this.tell();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.tell);
  }

  // By the address, not by `:target`: while the page loads the browser has not set it yet.
  readonly tell = (): void => {
    const links = [...this.querySelectorAll('nav a')];
    const chosen = links.find((link) => link.getAttribute('href') === location.hash) ?? links[0];
    for (const link of links) {
      if (link === chosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const agency = chosen?.parentElement?.id ?? '';
    const own = this.querySelectorAll(`[data-for~="${agency}"]`).length;
    // Where the style sheet cannot: Firefox 115 has no `:has`.
    for (const row of this.querySelectorAll('[data-for]'))
      row.toggleAttribute('hidden', own > 0 && !row.matches(`[data-for~="${agency}"]`));
    const count = own || this.querySelectorAll('[data-for]').length;
    const status = this.querySelector('[data-part="status"]');
    if (status) status.textContent = `${chosen?.textContent?.trim() ?? ''}: ${count} việc.`;
  };
}

customElements.define('duty-choice', DutyChoice);
