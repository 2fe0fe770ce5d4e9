const saidMs = 6000;

/** `<copy-address>`: its button copies the current address of the page. Removed where there is no clipboard. */
class CopyAddress extends HTMLElement {
  connectedCallback(): void {
    if (navigator.clipboard) this.querySelector('button')?.addEventListener('click', () => void this.#copy());
    else this.hidden = true;
  }

  async #copy(): Promise<void> {
    const done = await navigator.clipboard.writeText(location.href).then(
      () => true,
      () => false,
    );
    const said = new Text(done ? 'Đã chép' : 'Trình duyệt không cho chép; mời chép ở thanh địa chỉ.');
    this.querySelector('[aria-live]')?.replaceChildren(said);
    setTimeout(() => said.remove(), saidMs);
  }
}

customElements.define('copy-address', CopyAddress);
