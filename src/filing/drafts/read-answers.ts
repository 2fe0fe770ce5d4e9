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

/** The heading over a question, without the number of its step. */
function sectionOf(control: Control): string {
  const heading = control.closest('section')?.querySelector('h2');
  return visibleText(heading?.querySelector('[data-step-title]') ?? heading);
}

/** Every question of the page, answered or not, in its order. */
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

/** What was answered on the page so far, but for the controls named in `never`. */
export function readAnswers(form: HTMLFormElement, never: ReadonlySet<string>): KeptAnswer[] {
  return questionsIn(form, never)
    .filter(({ values }) => values.length > 0)
    .map(({ name, label, values, shown }) => ({ name, label, values, shown }));
}

/** Every question with its answer, for a person to read; rows of a table that are empty are left out. */
export function readableAnswers(form: HTMLFormElement, never: ReadonlySet<string>): ReadableAnswer[] {
  return questionsIn(form, never)
    .filter(({ name, values }) => values.length > 0 || !name.includes('.'))
    .map(({ section, label, shown }) => ({ section, label, shown }));
}
