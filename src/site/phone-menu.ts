/** `<phone-menu>`: Escape closes what its button opened and goes back to the button. All else works without script. */
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
