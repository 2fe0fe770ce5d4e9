import { answerIn, type Control, controlsOf, questionText, visibleText } from './controls.ts';
import type { KeptAnswer } from './draft.ts';
import type { ReadableAnswer } from './draft-file.ts';

interface Question {
  name: string;
  label: string;
  section: string;
  values: string[];
  shown: string[];
}

/** The heading above a question, without the step number. */
function sectionOf(control: Control): string {
  const heading = control.closest('section')?.querySelector('h2');
  return visibleText(heading?.querySelector('[data-step-title]') ?? heading);
}

/** Every question of the page in order, answered or not. */
function questionsIn(form: HTMLFormElement, never: ReadonlySet<string>): Question[] {
  const questions = new Map<string, Question>();
  for (const control of controlsOf(form)) {
    const { name } = control;
    if (never.has(name)) continue;
    const question = questions.get(name) ?? {
      name,
      label: questionText(control),
      section: sectionOf(control),
      values: [],
      shown: [],
    };
    const answer = answerIn(control);
    if (answer) {
      question.values.push(answer.value);
      question.shown.push(answer.shown);
    }
    questions.set(name, question);
  }
  return [...questions.values()];
}

/** The answers on the page so far, without the controls named in `never`. */
export function readAnswers(form: HTMLFormElement, never: ReadonlySet<string>): KeptAnswer[] {
  return questionsIn(form, never)
    .filter(({ values }) => values.length > 0)
    .map(({ name, label, values, shown }) => ({ name, label, values, shown }));
}

/** Every question with its answer in words, without empty rows of tables. */
export function readableAnswers(form: HTMLFormElement, never: ReadonlySet<string>): ReadableAnswer[] {
  return questionsIn(form, never)
    .filter(({ name, values }) => values.length > 0 || !name.includes('.'))
    .map(({ section, label, shown }) => ({ section, label, shown }));
}
