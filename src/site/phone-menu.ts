/** `<phone-menu>`: Escape closes the menu and moves the focus to its button. Everything else works without script. */
class PhoneMenu extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector('details');
    const summary = this.querySelector('summary');
    if (!details || !summary) return;
    this.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !details.open) return;
      details.open = false;
      summary.focus();
    });
  }
}

customElements.define('phone-menu', PhoneMenu);
