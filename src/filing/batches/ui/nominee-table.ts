/**
 * Makes a table to type in of the box into which one is pasted. What does so carries the definitions of all forms: it is loaded
 * when the box comes near; where that fails, the box stays and works as without script.
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
    // Sent before anyone came near: the table has to be there for what is wrong in it.
    this.closest('form')?.addEventListener(
      'focusin',
      () => {
        void this.open();
        import('../../forms/ui/unit-finder.ts').catch(() => document.querySelector('unit-finder')?.remove());
      },
      { once: true },
    );
  }

  /** What stands there is no table that works: the box is what is filled in. */
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
