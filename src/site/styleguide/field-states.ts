import { keptFileValue } from '../../filing/definitions/uploaded-file.ts';
import { showErrors } from '../../filing/forms/show-errors.ts';
import { putUploadedFiles } from '../../filing/forms/uploaded-files.ts';
import { sampleMistakes } from './sample-fields.ts';

const answers = new Map([
  ['unit', 'Tổ công nghệ số cộng đồng, phường minh họa A'],
  ['longLabel', 'Đơn vị minh họa 01; Hợp tác xã minh họa 05; Doanh nghiệp minh họa 04'],
  ['count', '1.234'],
  ['from', '7/2026'],
  ['phone', '0251 0000 000'],
  ['mail', 'ten@don-vi.invalid'],
  ['figures.0.what', 'Thời gian khai (giả định)'],
  ['figures.0.before', '60 phút'],
  ['figures.0.after', '36 phút'],
]);

/** Every field with an answer, the counter as it stands after typing. */
export function fillIn(specimen: HTMLElement): void {
  for (const [name, value] of answers)
    specimen.querySelector(`[name="${name}"]`)?.setAttribute('value', value);
  const area = specimen.querySelector('textarea');
  if (area) area.textContent = 'Lịch trực tại nhà văn hóa, hướng dẫn người cao tuổi dùng dịch vụ công.';
  for (const counter of specimen.querySelectorAll('[data-count-of]'))
    counter.textContent = 'Còn 1.431 ký tự.';
  specimen.querySelector('option[value="xa"]')?.setAttribute('selected', '');
  for (const box of ['scope-ngoai', 'strands-so', 'agree']) {
    specimen.querySelector(`[id="${box}"]`)?.setAttribute('checked', '');
  }
  for (const details of specimen.querySelectorAll('details')) details.setAttribute('open', '');
  const token = 'x'.repeat(43);
  const file = { token, name: 'Báo cáo minh họa có tên dài.pdf', bytes: 1_250_000, until: new Date(0) };
  putUploadedFiles(specimen.ownerDocument, specimen, [keptFileValue(file)]);
}

/** The mistakes in the fields and in the summary, by the code that a submission is answered with. */
export function makeMistakes(specimen: HTMLElement): void {
  showErrors(specimen.ownerDocument, specimen, sampleMistakes);
  for (const counter of specimen.querySelectorAll('[data-count-of]'))
    counter.textContent = 'Dài quá 12 ký tự.';
}
