import '../../filing/forms/ui/unit-finder.ts';
import { unitPath } from '../../vocabulary/unit-path.ts';

/**
 * The choice on /phan-cong/: a unit that is typed, or a kind of unit, and how many duties it has. Without script, the style sheet
 * filters by the address.
 */
class DutyChoice extends HTMLElement {
  connectedCallback(): void {
    const find = this.querySelector<HTMLElement>('[data-part="find"]');
    if (find) find.hidden = false;
    this.querySelector('select')?.addEventListener('change', this.choose);
    addEventListener('hashchange', this.tell);
    this.tell();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.tell);
  }

  /** The unit that was chosen in the list, and the choice that shows its duties. */
  private chosen() {
    const [option] = this.querySelector('select')?.selectedOptions ?? [];
    const choice = option?.closest<HTMLElement>('[data-choice]')?.dataset['choice'];
    return option?.value && choice ? { unit: { code: option.value, name: option.text }, choice } : null;
  }

  readonly choose = (): void => {
    const chosen = this.chosen();
    if (!chosen) return;
    if (location.hash === `#${chosen.choice}`) this.tell();
    else location.hash = chosen.choice;
  };

  // Reads the address instead of `:target`, which the browser has not set yet while the page loads.
  readonly tell = (): void => {
    const links = [...this.querySelectorAll('nav a')];
    const current = links.find((link) => link.getAttribute('href') === location.hash) ?? links[0];
    for (const link of links) {
      if (link === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const agency = current?.parentElement?.id ?? '';
    const own = this.querySelectorAll(`[data-for~="${agency}"]`).length;
    // For browsers whose style sheet cannot filter: Firefox 115 has no `:has`.
    for (const row of this.querySelectorAll('[data-for]'))
      row.toggleAttribute('hidden', own > 0 && !row.matches(`[data-for~="${agency}"]`));
    this.say(agency, current?.textContent?.trim() ?? '', own || this.querySelectorAll('[data-for]').length);
  };

  private say(agency: string, name: string, count: number): void {
    const status = this.querySelector('[data-part="status"]');
    const chosen = this.chosen();
    const unit = chosen?.choice === agency ? chosen.unit : undefined;
    status?.replaceChildren(`${unit?.name ?? name}: ${count} việc.`);
    if (!status || !unit) return;
    const link = document.createElement('a');
    link.href = unitPath(unit);
    link.textContent = 'Trang riêng của đơn vị';
    status.append(' ', link);
  }
}

customElements.define('duty-choice', DutyChoice);
