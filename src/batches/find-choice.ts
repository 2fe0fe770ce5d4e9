import type { Choice, FieldView } from '../schemas/forms/view.ts';
import { choiceAliases } from './choice-aliases.ts';
import { isNumberOf } from './choice-number.ts';
import { type NumberedChoice, numbered, wordsOfChoice } from './choices.ts';
import { areSameWords } from './same-words.ts';

/** The longest name of a choice is shorter. */
const maxChoiceLetters = 300;

const isNameOf = (typed: string, { choice }: NumberedChoice): boolean =>
  choice.value === typed.toLowerCase() ||
  [choice.label, wordsOfChoice(choice), ...(choiceAliases[choice.value] ?? [])].some((name) =>
    areSameWords(typed, name),
  );

/** “1 (Chưa)”, “1.4.2 – Đối tượng khác”: a number and the name that belongs to it. */
function isBothOf(typed: string, numbered: NumberedChoice): boolean {
  const [, number = '', name = ''] =
    /^([^\p{L}]*\d[\d.,\s]*[)\]:.]?)[\s\-–—:(]+(\p{L}.*)$/u.exec(typed) ?? [];
  return name !== '' && isNumberOf(number, numbered) && isNameOf(name, numbered);
}

/**
 * The choice that a cell names as a whole: by its name, its number, both, or a listed alias; `group` when only choices of one
 * group can be meant. Undefined where that is none, or more than one: nothing is guessed.
 */
export function findChoice(view: FieldView, cell: string, group?: string): Choice | undefined {
  // A bullet of a list in a cell.
  const typed = cell.trim().replace(/^[-–—•*+]\s+/, '');
  if (typed === '' || typed.length > maxChoiceLetters) return undefined;
  const offered = numbered(view).filter(({ choice }) => group === undefined || choice.when === group);
  const [found, ...others] = offered.filter(
    (each) => isNameOf(typed, each) || isNumberOf(typed, each) || isBothOf(typed, each),
  );
  return others.length > 0 ? undefined : found?.choice;
}
