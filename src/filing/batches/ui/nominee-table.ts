/**
 * Turns the box for a pasted table into a table to type in. The code for it holds the definitions of all forms, so it is loaded
 * only when the box comes near the screen. If loading fails, the box stays and works as without script.
 */
class NomineeTable extends HTMLElement {
  connectedCallback(): void {
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        void this.open();
      },
      { rootMargin: '800px' },
    );
    near.observe(this);
    // A form may be sent before the table is near the screen; mistakes need the table to be shown in.
    this.closest('form')?.addEventListener(
      'focusin',
      () => {
        void this.open();
        import('../../forms/ui/unit-finder.ts').catch(() => document.querySelector('unit-finder')?.remove());
      },
      { once: true },
    );
  }

  /** Removes a table that does not work; the box is filled in instead. */
  private close(): void {
    const understood = this.querySelectorAll('[data-table] [data-understood]');
    this.querySelector('[data-table]')?.replaceChildren(...understood);
  }

  #opened: Promise<void> | undefined;

  private open(): Promise<void> {
    this.#opened ??= import('./open-table.ts').then(
      ({ openTable }) => {
        try {
          openTable(this);
        } catch (error) {
          console.error(error);
          this.close();
        }
      },
      () => {
        this.#opened = undefined;
      },
    );
    return this.#opened;
  }
}

customElements.define('nominee-table', NomineeTable);
