/** A question as the last step shows it: the answer in the words of the page, empty for none. */
export interface AnsweredField {
  label: string;
  answer: string;
  /** Id of the control that changes it. */
  control: string;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);

const wordsOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The label without its “(không bắt buộc)”. */
function labelText(element: Element | null): string {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const aside of copy.querySelectorAll('.optional')) aside.remove();
  return wordsOf(copy);
}

function answerOf(control: Control): string {
  if (isBox(control)) return control.checked ? labelText(control.labels?.[0] ?? null) : '';
  if (control instanceof HTMLSelectElement) return control.value && wordsOf(control.selectedOptions[0]);
  return control.value.trim();
}

/** What a person sees of a question: choices that no longer fit are hidden, the step around it may be. */
const controlsOf = (holder: Element) =>
  [...holder.querySelectorAll<Control>('[name]')].filter(
    (control) => !holder.contains(control.closest('[hidden]')),
  );

/** A row as one line: “Giờ chạy không tải; Trước: 9; Sau: 5”. */
function rowAnswer(row: Element): string {
  const cells = [...row.querySelectorAll<Control>('[name]')].map((control, index) => {
    const value = control.value.trim();
    return value && index > 0 ? `${wordsOf(control.labels?.[0])}: ${value}` : value;
  });
  return cells.filter(Boolean).join('; ');
}

function readField(holder: HTMLElement): AnsweredField {
  const controls = controlsOf(holder);
  const rows = [...holder.querySelectorAll('fieldset')];
  const label = labelText(holder.querySelector(':scope > :is(label, legend, summary)'));
  const [first] = controls;
  const files = [...holder.querySelectorAll<HTMLElement>('[data-kept-file]')];
  if (holder.querySelector('[data-kept-files]')) {
    const names = files.map(({ dataset }) => dataset.keptFile ?? '');
    return { label, answer: names.join('\n'), control: holder.querySelector('[type="file"]')?.id ?? '' };
  }
  const isTick = first !== undefined && isBox(first) && first.id === first.name;
  const answers = rows.length > 0 ? rows.map(rowAnswer) : controls.map(answerOf);
  const said = answers.filter(Boolean).join('\n');
  if (!isTick) return { label, answer: said, control: first?.id ?? '' };
  return { label: labelText(first.labels?.[0] ?? null), answer: said && 'Đã đánh dấu', control: first.id };
}

/** Every question of a section with its answer; those that the answers so far close are left out. */
export function listAnswers(section: Element): AnsweredField[] {
  return [...section.querySelectorAll<HTMLElement>('[data-field]')]
    .filter((holder) => !holder.parentElement?.closest('[data-field]'))
    .filter((holder) => !holder.hidden)
    .map(readField);
}
