import { hideErrors, showErrors } from '../show-errors.ts';
import { loadCheck } from './load-check.ts';
import { ifItCan } from './plain-way.ts';

const stepHash = /^#buoc-(\d)$/;

/**
 * Leads through a form one section at a time, checks each as the server will, and shows all answers before they are
 * sent. The step stands in the address, so that Back works. Without script the form stays one page.
 */
class FormSteps extends HTMLElement {
  private steps: HTMLElement[] = [];
  private at = 0;
  private wasReviewed = false;
  private isWhole = false;

  connectedCallback(): void {
    const form = this.closest('form');
    const summary = form?.querySelector('[data-error-summary]');
    if (!form || !summary) return;
    this.steps = [...this.querySelectorAll<HTMLElement>('[data-step]')];
    const orWhole = (act: () => unknown) => void this.orWhole(act);
    form.addEventListener('focusin', () => void loadCheck(), { once: true });
    // After a restored draft or an upload, show the last step again with the current answers.
    form.addEventListener('answers-changed', () => orWhole(() => this.show(this.at)));
    form.addEventListener('click', (event) => orWhole(() => this.followClick(form, event)));
    new MutationObserver(() => orWhole(() => this.openMistake(form))).observe(summary, {
      attributes: true,
      childList: true,
      subtree: true,
    });
    // Until the last step, Enter in a text input means “next step”.
    this.closest('filing-form')?.addEventListener(
      'submit',
      (event) => orWhole(() => this.holdSubmit(form, event)),
      { capture: true },
    );
    for (const name of ['popstate', 'hashchange'])
      window.addEventListener(name, () => orWhole(() => this.followAddress()));
    orWhole(() => {
      this.numberSteps();
      this.show(this.stepInAddress());
      this.openMistake(form);
    });
  }

  /** Runs `act`. If it fails, the form becomes one page with its send button again, as without script. */
  private async orWhole(act: () => unknown): Promise<void> {
    if (this.isWhole) return;
    try {
      await act();
    } catch (error) {
      console.error(error);
      this.isWhole = true;
      for (const [place, step] of this.steps.entries()) step.hidden = place === this.last;
      for (const button of this.querySelectorAll<HTMLElement>('[data-next], [data-back], [data-send]'))
        button.hidden = !button.hasAttribute('data-send');
    }
  }

  private get last(): number {
    return this.steps.length - 1;
  }

  private numberSteps(): void {
    for (const [index, step] of this.steps.entries()) {
      const mark = step.querySelector('[data-step-mark]');
      if (mark) mark.textContent = `Bước ${index + 1}/${this.steps.length}`;
    }
  }

  /** The step that the address names, by itself or by one of its fields; the first when it names none. */
  private stepInAddress(): number {
    const [, step] = stepHash.exec(location.hash) ?? [];
    const byNumber = Number(step) - 1;
    if (this.steps[byNumber]) return byNumber;
    return Math.max(0, this.stepOf(document.getElementById(location.hash.slice(1))));
  }

  private stepOf(element: Element | null): number {
    return this.steps.findIndex((step) => step.contains(element));
  }

  private show(index: number): void {
    this.at = index;
    const isLast = index === this.last;
    for (const [place, step] of this.steps.entries()) step.hidden = place !== index;
    this.toggleAttribute('data-later', index > 0);
    if (isLast) void this.review();
    this.wasReviewed ||= isLast;
    this.toggleButton('back', index > 0);
    this.toggleButton('next', !isLast).textContent = this.wasReviewed ? 'Xong, về bước kiểm tra' : 'Tiếp tục';
    this.toggleButton('send', isLast);
  }

  /** Shows all answers. If the script for it cannot load, the text in its place says what to do. */
  private async review(): Promise<void> {
    const loaded = await import('./review-answers.ts').catch(() => null);
    const place = this.querySelector('[data-answers]');
    if (place) loaded?.reviewAnswers(place, this.steps.slice(0, -1));
  }

  private toggleButton(name: string, isShown: boolean): HTMLElement {
    const button = this.querySelector<HTMLElement>(`[data-${name}]`) ?? this;
    button.hidden = !isShown;
    return button;
  }

  private go(index: number): void {
    // Safari refuses too many history entries; show the step anyway.
    ifItCan(() => history.pushState(null, '', `#buoc-${index + 1}`));
    this.show(index);
    this.focusHeading();
  }

  private focusHeading(): void {
    const heading = this.steps[this.at]?.querySelector('h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }

  private followAddress(): void {
    const isStep = location.hash === '' || stepHash.test(location.hash);
    const step = this.stepInAddress();
    if (step === this.at) return;
    this.show(step);
    if (isStep) this.focusHeading();
  }

  /** Opens the step of a mistake, which may be hidden. */
  private openMistake(form: HTMLFormElement): void {
    const step = this.stepOf(form.querySelector('.field-wrong'));
    if (step < 0 || this.steps[this.at]?.querySelector('.field-wrong')) return;
    ifItCan(() => history.pushState(null, '', `#buoc-${step + 1}`));
    this.show(step);
  }

  private followClick(form: HTMLFormElement, { target }: Event): void {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-next]')) void this.orWhole(() => this.goOn(form));
    if (target.closest('[data-back]')) {
      hideErrors(document, form);
      this.go(this.at - 1);
    }
    const address = target.closest('a')?.getAttribute('href') ?? '';
    if (!address.startsWith('#')) return;
    // Show the step first: the browser cannot jump to a field in a hidden step.
    const field = document.getElementById(address.slice(1));
    field?.closest('details')?.setAttribute('open', '');
    const step = this.stepOf(field);
    if (step >= 0 && step !== this.at) this.show(step);
  }

  private holdSubmit(form: HTMLFormElement, event: Event): void {
    if (this.at === this.last) return;
    event.preventDefault();
    event.stopPropagation();
    void this.orWhole(() => this.goOn(form));
  }

  /** Goes on to the next step, or back to the answers where they were seen before, unless something is wrong. */
  private async goOn(form: HTMLFormElement): Promise<void> {
    const from = this.at;
    const next = this.wasReviewed ? this.last : from + 1;
    const check = await loadCheck();
    if (this.at !== from) return;
    const names = [...(this.steps[from]?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].map(
      ({ dataset }) => dataset.field,
    );
    const found = check(form.dataset.form ?? '', new FormData(form));
    // Other scripts add their own mistakes, such as a refused file.
    form.dispatchEvent(new CustomEvent('checked', { detail: found }));
    const mistakes = found.filter(({ field }) => next === this.last || names.includes(field.split('.')[0]));
    if (mistakes.length === 0) {
      hideErrors(document, form);
      this.go(next);
      return;
    }
    showErrors(document, form, mistakes);
    const summary = form.querySelector<HTMLElement>('[data-error-summary]');
    summary?.focus({ preventScroll: true });
    summary?.scrollIntoView({ block: 'start' });
  }
}

customElements.define('form-steps', FormSteps);
