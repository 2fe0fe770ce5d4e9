import type { FoundUnit } from '../../search/find-units.ts';

/** As many as a phone shows above its keyboard. */
const mostShown = 5;

type Search = (typed: string) => FoundUnit[];

async function loadSearch(select: HTMLSelectElement): Promise<Search> {
  const { unitSearch } = await import('../../search/find-units.ts');
  const options = [...select.options].filter(({ value }) => value !== '');
  return unitSearch(options.map(({ value, text }) => ({ code: value, name: text })));
}

/**
 * Finds a unit in the list below it, by any name and however it is typed. The list stays what is answered: whoever does
 * not need the search, or cannot load it, chooses there.
 */
class UnitFinder extends HTMLElement {
  private search: Promise<Search> | undefined;
  private found: FoundUnit[] = [];

  connectedCallback(): void {
    const select = document.getElementById(this.dataset.list ?? '');
    const box = this.querySelector('input');
    if (!(select instanceof HTMLSelectElement) || !box) return;
    box.addEventListener('input', () => void this.find(select, box.value));
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      // Not yet the next step: the first of the list is meant.
      event.preventDefault();
      const [first] = this.found;
      if (first) this.choose(select, box, first);
    });
    // What was typed before this was loaded.
    if (box.value) void this.find(select, box.value);
    this.querySelector('[data-found]')?.addEventListener('click', ({ target }) => {
      const code = target instanceof Element ? target.closest('button')?.value : undefined;
      const unit = this.found.find((one) => one.code === code);
      if (unit) this.choose(select, box, unit);
    });
  }

  private say(words: string): void {
    const status = this.querySelector('[data-count]');
    if (status) status.textContent = words;
  }

  private async find(select: HTMLSelectElement, typed: string): Promise<void> {
    this.search ??= loadSearch(select);
    try {
      this.show((await this.search)(typed));
    } catch {
      // Loaded anew at the next letter.
      this.search = undefined;
      this.say('Chưa tải được phần tìm. Hãy chọn trong danh sách bên dưới.');
      return;
    }
    const count = this.found.length;
    const more = count > mostShown ? ` Đang hiện ${mostShown}; gõ thêm để thu hẹp.` : '';
    const words =
      count === 0
        ? 'Không thấy đơn vị nào khớp. Chọn “Khác” ở cuối danh sách bên dưới.'
        : `${count} đơn vị khớp.${more}`;
    this.say(typed.trim() === '' ? '' : words);
  }

  private show(found: FoundUnit[]): void {
    this.found = found;
    const items = found.slice(0, mostShown).map(({ code, name, former }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.value = code;
      button.textContent = name;
      if (former) {
        const before = document.createElement('small');
        before.textContent = `trước 1/7/2025: ${former}`;
        button.append(before);
      }
      const item = document.createElement('li');
      item.append(button);
      return item;
    });
    this.querySelector('[data-found]')?.replaceChildren(...items);
  }

  private choose(select: HTMLSelectElement, box: HTMLInputElement, { code, name }: FoundUnit): void {
    select.value = code;
    for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
    box.value = '';
    this.show([]);
    this.say(`Đã chọn: ${name}.`);
    select.focus();
  }
}

customElements.define('unit-finder', UnitFinder);
