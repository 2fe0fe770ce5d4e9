import { cleanText } from '../../../vietnamese/clean-text.ts';

function say(left: number): string {
  const shown = Math.abs(left).toLocaleString('vi');
  return left < 0 ? `Dài quá ${shown} ký tự.` : `Còn ${shown} ký tự.`;
}

/** Shows a character count below each long answer, counted as on the server: NFC, a line break as one. Never blocks typing. */
export function countCharacters(form: HTMLFormElement): void {
  for (const counter of form.querySelectorAll<HTMLElement>('[data-count-of]')) {
    const area = form.querySelector<HTMLTextAreaElement>(`textarea[name="${counter.dataset.countOf}"]`);
    if (!area) continue;
    const update = () => {
      const left = Number(counter.dataset.max) - cleanText(area.value).length;
      counter.textContent = say(left);
      counter.classList.toggle('over', left < 0);
    };
    area.addEventListener('input', update);
    if (area.value) update();
  }
}
