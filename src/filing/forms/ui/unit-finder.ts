import type { FoundUnit } from '../../../vocabulary/find-units.ts';

/** As many as a phone shows above its keyboard. */
const mostShown = 5;
/** Units that fit equally well are all shown: no former district had more communes. */
const mostEquals = 12;

const notLoaded = 'Chưa tải được phần tìm. Hãy chọn trong danh sách bên dưới.';
const notFound = 'Không thấy đơn vị nào khớp. Chọn “Khác” ở cuối danh sách bên dưới.';

/** The result of a search. */
interface Answer {
  found: readonly FoundUnit[];
  /** Whether units were found only when the marks of what was typed are left out. */
  isNear: boolean;
  /** The unit that the text names without doubt. */
  meant: FoundUnit | undefined;
}

type Search = (typed: string) => Answer;

async function loadSearch(select: HTMLSelectElement): Promise<Search> {
  const [{ unitMeant, unitSearch }, { fold }] = await Promise.all([
    import('../../../vocabulary/find-units.ts'),
    import('../../../vietnamese/fold.ts'),
  ]);
  const options = [...select.options].filter(({ value }) => value !== '');
  const search = unitSearch(options.map(({ value, text }) => ({ code: value, name: text })));
  return (typed) => {
    const found = search(typed);
    if (found.length > 0) return { found, isNear: false, meant: unitMeant(found) };
    const near = search(fold(typed));
    return { found: near, isNear: near.length > 0, meant: undefined };
  };
}

/** How a unit was called when it was found by another name; empty when it was not. */
function formerWords({ former, until, part }: FoundUnit): string {
  if (former === undefined) return '';
  const name = former.replace(/^(?:Xã|Phường|Thị trấn) /, (type) => type.toLowerCase());
  if (part !== undefined) return `nhận phần việc ${part} của ${name} trước đây`;
  return `${until === undefined ? 'trước đây' : `trước ${until}`}: ${name}`;
}

function shownOf({ found }: Answer): readonly FoundUnit[] {
  const equals = found.filter(({ rank }) => rank === found[0]?.rank).length;
  return found.slice(0, Math.max(mostShown, Math.min(equals, mostEquals)));
}

function counted({ found, isNear }: Answer, shown: number): string {
  if (found.length === 0) return notFound;
  const more = found.length > shown ? ` Đang hiện ${shown}; gõ thêm để thu hẹp.` : '';
  if (isNear) return `Không có tên nào đúng dấu như đã gõ; ${found.length} đơn vị có tên gần giống.${more}`;
  return `${found.length} đơn vị khớp.${more}`;
}

/** What Enter answers where nobody can tell which unit is meant. */
const askToChoose = ({ found, isNear }: Answer): string =>
  found.length === 0
    ? notFound
    : `Có ${found.length} đơn vị ${isNear ? 'gần giống' : 'khớp'} với tên đã gõ, hãy chọn đúng đơn vị.`;

function listItem(unit: FoundUnit): HTMLLIElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.value = unit.code;
  button.textContent = unit.name;
  const before = formerWords(unit);
  if (before !== '') {
    const small = document.createElement('small');
    small.textContent = before;
    button.append(small);
  }
  const item = document.createElement('li');
  item.append(button);
  return item;
}

/**
 * Finds a unit in the list below it, by any name and spelling. The list remains the answer: people who do not need the search, or
 * cannot load it, choose there.
 */
class UnitFinder extends HTMLElement {
  private search: Promise<Search> | undefined;
  private answer: Answer = { found: [], isNear: false, meant: undefined };

  connectedCallback(): void {
    const select = document.getElementById(this.dataset.list ?? '');
    const box = this.querySelector('input');
    if (!(select instanceof HTMLSelectElement) || !box) return;
    box.addEventListener('input', () => void this.find(select, box));
    box.addEventListener('keydown', (event) => {
      // Ignore Enter while an input method is composing text.
      if (event.key !== 'Enter' || event.isComposing) return;
      // Enter must not open the next step here.
      event.preventDefault();
      void this.enter(select, box);
    });
    this.addEventListener('keydown', (event) => this.move(event, box));
    select.addEventListener('change', () => {
      if (select.value !== this.chosenCode) this.showChosen(null);
    });
    // Search for text that was typed before this script loaded.
    if (box.value) void this.find(select, box);
    this.querySelector('[data-found]')?.addEventListener('click', ({ target }) => {
      const code = target instanceof Element ? target.closest('button')?.value : undefined;
      const unit = this.answer.found.find((one) => one.code === code);
      if (unit) this.choose(select, box, unit);
    });
  }

  private chosenCode: string | undefined;

  private say(words: string): void {
    const status = this.querySelector('[data-count]');
    if (status) status.textContent = words;
  }

  /** Shows what is found for the text of the box as it is when the search is loaded; false when it is not. */
  private async find(select: HTMLSelectElement, box: HTMLInputElement): Promise<boolean> {
    this.search ??= loadSearch(select);
    try {
      const search = await this.search;
      this.answer = search(box.value);
    } catch {
      // Try to load the search again at the next letter.
      this.search = undefined;
      this.say(notLoaded);
      return false;
    }
    const shown = shownOf(this.answer);
    this.querySelector('[data-found]')?.replaceChildren(...shown.map(listItem));
    this.say(box.value.trim() === '' ? '' : counted(this.answer, shown.length));
    return true;
  }

  private async enter(select: HTMLSelectElement, box: HTMLInputElement): Promise<void> {
    if (box.value.trim() === '' || !(await this.find(select, box))) return;
    const { meant } = this.answer;
    if (meant) this.choose(select, box, meant);
    else this.say(askToChoose(this.answer));
  }

  /** The arrow keys lead from the box through what was found and back. */
  private move(event: KeyboardEvent, box: HTMLInputElement): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops: Element[] = [box, ...this.querySelectorAll('[data-found] button')];
    const at = stops.findIndex((stop) => stop.matches(':focus'));
    const next = event.key === 'Escape' && at > 0 ? box : step && stops[at + step];
    if (!(next instanceof HTMLElement) || at < 0) return;
    event.preventDefault();
    next.focus();
  }

  private choose(select: HTMLSelectElement, box: HTMLInputElement, unit: FoundUnit): void {
    select.value = unit.code;
    this.chosenCode = unit.code;
    for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
    box.value = '';
    this.answer = { found: [], isNear: false, meant: undefined };
    this.querySelector('[data-found]')?.replaceChildren();
    this.say('');
    this.showChosen(unit);
    select.focus();
  }

  private showChosen(unit: FoundUnit | null): void {
    const chosen = this.querySelector<HTMLElement>('[data-chosen]');
    if (!chosen) return;
    chosen.hidden = unit === null;
    if (unit === null) this.chosenCode = undefined;
    const [name, before] = chosen.querySelectorAll('strong, small');
    if (name) name.textContent = unit?.name ?? '';
    if (before) before.textContent = unit ? formerWords(unit) : '';
  }
}

customElements.define('unit-finder', UnitFinder);
