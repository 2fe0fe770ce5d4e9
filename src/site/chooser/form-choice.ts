import type { FormDefinition } from '../../filing/definitions/form.ts';
import { listedForms } from '../../filing/definitions/periods.ts';
import type { ChooserQuestion } from './chooser.ts';

const formsUnder = (answer: FormDefinition['choice']['under']) =>
  listedForms()
    .filter(({ choice }) => choice.under === answer)
    .map((form) => ({ label: form.choice.label, next: form }));

/** Questions that lead to a form, two at most. */
export const formQuestion = (): ChooserQuestion<FormDefinition> => ({
  ask: 'Đơn vị muốn làm gì?',
  choices: [
    {
      label: 'Đề cử, giới thiệu một điển hình',
      next: { ask: 'Điển hình ấy là gì?', choices: formsUnder('nominate') },
    },
    { label: 'Báo một việc đơn vị đã làm', next: { ask: 'Việc nào?', choices: formsUnder('report') } },
    ...formsUnder('ask'),
  ],
});
