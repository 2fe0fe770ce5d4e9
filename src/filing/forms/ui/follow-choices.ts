const answerTo = (form: HTMLFormElement, name: string): string => String(new FormData(form).get(name) ?? '');

/** Shows only the choices that fit the answer they follow, and clears those that no longer fit. */
function updateChoices(form: HTMLFormElement, group: HTMLElement): void {
  const answer = answerTo(form, group.dataset.follows ?? '');
  group.hidden = answer === '' && !group.classList.contains('field-wrong');
  for (const part of group.querySelectorAll<HTMLElement>('[data-when]')) {
    part.hidden = answer !== '' && part.dataset.when !== answer;
    if (!part.hidden) continue;
    for (const box of part.querySelectorAll<HTMLInputElement>('input:checked')) box.checked = false;
  }
}

/** Shows a field only when another has an answer that makes it matter. */
function updateField(form: HTMLFormElement, field: HTMLElement): void {
  const [name = '', answers = ''] = (field.dataset.showWhen ?? '').split('=');
  field.hidden = !answers.split('|').includes(answerTo(form, name));
}

function tick(form: HTMLFormElement, name: string, values: readonly string[]): void {
  for (const box of form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)) {
    if (values.includes(box.value)) box.checked = true;
  }
}

/** Chooses what a link names, when the page offers it and nothing was chosen yet. */
function chooseOne(form: HTMLFormElement, id: string | null): void {
  const field = form.querySelector<HTMLInputElement | HTMLSelectElement>(
    '[name=model],[name=case],[name=story]',
  );
  if (!field || !id || field.value) return;
  field.value = id;
  // A list that does not have it would show nothing at all.
  if (!field.value) field.value = '';
}

/**
 * Keeps the page to the questions that the answers so far leave open. A link from a clause,
 * `?nhom=<group>&tieu-chi=<clause>`, has its group and criterion chosen; one from a model, `?mo-hinh=<id>`, its model;
 * one from a list up for comment or from a story, `?chon=<id>`, that list or story.
 */
export function followChoices(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search);
  tick(form, 'criteriaGroup', query.getAll('nhom'));
  tick(form, 'criteria', query.getAll('tieu-chi'));
  chooseOne(form, query.get('mo-hinh') ?? query.get('chon'));
  const update = () => {
    for (const group of form.querySelectorAll<HTMLElement>('[data-follows]')) updateChoices(form, group);
    for (const field of form.querySelectorAll<HTMLElement>('[data-show-when]')) updateField(form, field);
  };
  form.addEventListener('change', update);
  update();
}
