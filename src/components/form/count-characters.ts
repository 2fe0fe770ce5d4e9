import { cleanText } from '../../http/clean.ts';

function say(typed: string, max: number): string {
  const left = max - cleanText(typed).length;
  const shown = Math.abs(left).toLocaleString('vi');
  return left < 0 ? `Dài quá ${shown} ký tự.` : `Còn ${shown} ký tự.`;
}

/** Counts below each long answer, as the server counts: NFC, a line break as one. It never stops the typing. */
export function countCharacters(form: HTMLFormElement): void {
  for (const counter of form.querySelectorAll<HTMLElement>('[data-count-of]')) {
    const area = form.querySelector<HTMLTextAreaElement>(`textarea[name="${counter.dataset.countOf}"]`);
    if (!area) continue;
    const update = () => {
      counter.textContent = say(area.value, Number(counter.dataset.max));
    };
    area.addEventListener('input', update);
    if (area.value) update();
  }
}
