/** `<copy-text>`: its button copies the text of its `[data-text]`. Without script, or a clipboard, no button shows. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', () => void this.#copy());
  }

  async #copy(): Promise<void> {
    const text = this.querySelector('[data-text]')?.textContent ?? '';
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = done ? 'Đã chép' : 'Trình duyệt không cho chép; mời chọn và chép tay.';
  }
}

customElements.define('copy-text', CopyText);
