import { fold } from '../../vietnamese/fold.ts';
import { officialDateTime } from '../../vietnamese/official-date.ts';
import { type Filed, filedFrom } from './filed.ts';
import type { FormFacts } from './form-facts.ts';

/** The fields that tell submissions apart: the year of a report, the number of a plan, the name of a nominee. */
const subjects = ['year', 'number', 'model', 'name'];

const answerTo = (form: HTMLFormElement, name: string): string => {
  const control = form.elements.namedItem(name);
  const isTyped =
    control instanceof HTMLInputElement ||
    control instanceof HTMLSelectElement ||
    control instanceof HTMLTextAreaElement;
  return isTyped ? control.value.trim() : '';
};

/** The submission unit and the subject of the submission. */
export function whoAndWhat(form: HTMLFormElement): Pick<Filed, 'unit' | 'subject'> {
  const subject = subjects.map((name) => answerTo(form, name)).find(Boolean) ?? '';
  return { unit: `${answerTo(form, 'unitCode')} ${fold(answerTo(form, 'unitName'))}`.trim(), subject };
}

const yearOf = (day: Date): number => day.getFullYear();
const isYear = (subject: string): boolean => /^20\d\d$/.test(subject);
const small = (title: string): string => title.charAt(0).toLocaleLowerCase('vi') + title.slice(1);

function sentence(title: string, { subject, at, code }: Filed): string {
  const what = isYear(subject) ? subject : `“${subject}”`;
  return `Đơn vị đã gửi ${small(title)} ${what} từ máy này lúc ${officialDateTime(at)}, mã ${code}. Gửi nữa thì thành một hồ sơ khác; muốn sửa phiếu đã gửi, hãy mở biên nhận của phiếu đó hoặc tra cứu mã. Vẫn muốn gửi?`;
}

/** Asks before sending whether a unit means to file the same subject twice within a year. Sending stays possible. */
export function askOfFiledBefore(form: HTMLFormElement, { id, title }: FormFacts): void {
  const place = form.querySelector<HTMLElement>('[data-filed-before]');
  const { unit, subject } = whoAndWhat(form);
  const earlier =
    unit && subject
      ? filedFrom(id).find(
          (filed) =>
            filed.unit === unit &&
            fold(filed.subject) === fold(subject) &&
            (isYear(subject) || yearOf(filed.at) === yearOf(new Date())),
        )
      : undefined;
  if (!place) return;
  place.hidden = !earlier;
  place.textContent = earlier ? sentence(title, earlier) : '';
}
