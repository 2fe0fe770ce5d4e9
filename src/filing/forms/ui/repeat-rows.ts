/** Attributes of a row that hold its number: `indicators.0.name`. */
const numbered = ['id', 'name', 'for', 'data-field', 'aria-describedby'];

function numberRow(row: Element, index: number): void {
  const legend = row.querySelector('legend');
  if (legend) legend.textContent = legend.textContent.replace(/\d+\s*$/, String(index + 1));
  for (const part of row.querySelectorAll('*')) {
    for (const name of numbered) {
      const value = part.getAttribute(name);
      if (value) part.setAttribute(name, value.replace(/\.\d\./, `.${index}.`));
    }
  }
}

function emptyRow(row: Element): void {
  for (const box of row.querySelectorAll('input')) {
    box.value = '';
    box.removeAttribute('value');
    box.removeAttribute('aria-invalid');
  }
  for (const slot of row.querySelectorAll('[data-error]')) slot.setAttribute('hidden', '');
  for (const wrong of row.querySelectorAll('.field-wrong')) wrong.classList.remove('field-wrong');
}

/**
 * Rows of a form that grow by a button up to `data-max`. A row taken away keeps what was typed and comes back with it.
 * Without script the rows of the page are all there are.
 */
class RepeatRows extends HTMLElement {
  private readonly takenAway: Element[] = [];

  connectedCallback(): void {
    this.querySelector('[data-row-tools]')?.removeAttribute('hidden');
    this.querySelector('[data-add]')?.addEventListener('click', () => this.add());
    this.querySelector('[data-remove]')?.addEventListener('click', () => this.takeAway());
    // A draft that is put back says how many rows it has.
    this.closest('form')?.addEventListener('rows-wanted', (event) => {
      if (event instanceof CustomEvent && event.detail.field === this.dataset.rows)
        this.grow(event.detail.rows);
    });
    // Now that there is a button that brings them back.
    while (this.rows.length > 1 && this.isEmpty(this.rows.at(-1))) this.rows.at(-1)?.remove();
    this.update();
  }

  private get rows(): Element[] {
    return [...this.querySelectorAll('fieldset')];
  }

  private get most(): number {
    return Number(this.dataset.max);
  }

  private isEmpty(row: Element | undefined): boolean {
    return [...(row?.querySelectorAll('input') ?? [])].every(({ value }) => value === '');
  }

  private grow(count: number): void {
    while (this.rows.length < Math.min(count, this.most)) this.appendRow();
    this.update();
  }

  private appendRow(): void {
    const last = this.rows.at(-1);
    if (!last) return;
    const again = this.takenAway.pop();
    if (again) {
      last.after(again);
      return;
    }
    last.after(last.cloneNode(true));
    const added = this.rows.at(-1);
    if (!added) return;
    emptyRow(added);
    numberRow(added, this.rows.length - 1);
  }

  private add(): void {
    this.appendRow();
    this.update();
    this.rows.at(-1)?.querySelector('input')?.focus();
  }

  private takeAway(): void {
    const last = this.rows.at(-1);
    if (!last || this.rows.length === 1) return;
    this.takenAway.push(last);
    last.remove();
    this.update();
    this.rows.at(-1)?.querySelector('input')?.focus();
  }

  private update(): void {
    const count = this.rows.length;
    this.querySelector('[data-add]')?.toggleAttribute('hidden', count >= this.most);
    this.querySelector('[data-remove]')?.toggleAttribute('hidden', count <= 1);
    const status = this.querySelector('[data-row-count]');
    if (status) status.textContent = `${count}/${this.most} dòng`;
  }
}

customElements.define('repeat-rows', RepeatRows);

// Loaded for what it defines.
export {};
