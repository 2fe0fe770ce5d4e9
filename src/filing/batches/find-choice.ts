import type { Choice, FieldView } from '../definitions/view.ts';
import { choiceAliases } from './choice-aliases.ts';
import { isNumberOf, readChoiceNumber } from './choice-number.ts';
import { type NumberedChoice, numbered, wordsOfChoice } from './choices.ts';
import { isSameWords, type Words, comparableWords } from './same-words.ts';

/** The longest name of a choice is shorter. */
const maxChoiceLetters = 300;

/** A choice with all that it may be called. */
interface NamedChoice extends NumberedChoice {
  names: Words[];
}

const known = new WeakMap<FieldView, NamedChoice[]>();

function namedChoices(view: FieldView): NamedChoice[] {
  const named =
    known.get(view) ??
    numbered(view).map((each) => {
      const { choice } = each;
      const names = [choice.label, wordsOfChoice(choice), ...(choiceAliases[choice.value] ?? [])];
      return { ...each, names: names.map(comparableWords) };
    });
  known.set(view, named);
  return named;
}

/** “1 (Chưa)”, “1.4.2 – Đối tượng khác”: a number and the name that belongs to it, apart. */
function apart(typed: string): { number: string; name: string } {
  const at = typed.search(/\p{L}/u);
  const number = typed
    .slice(0, at)
    .trim()
    .replace(/[\s\-–—:(]+$/, '');
  return { number, name: typed.slice(at) };
}

const maxNumberLetters = 20;

/** Tells of a choice whether it is what was typed. */
function teller(typed: string): (choice: NamedChoice) => boolean {
  const [words, number] = [comparableWords(typed), readChoiceNumber(typed)];
  const value = typed.toLowerCase().replace(/^[“"'(]|[”"').,;:]$/gu, '');
  const parts = /^\P{L}{1,20}\p{L}/u.test(typed) ? apart(typed) : undefined;
  const partNumber =
    parts && parts.number.length <= maxNumberLetters ? readChoiceNumber(parts.number) : undefined;
  const partName = comparableWords(parts?.name ?? '');
  return (each) =>
    each.choice.value === value ||
    each.names.some((name) => isSameWords(words, name)) ||
    (number !== undefined && isNumberOf(number, each)) ||
    (partNumber !== undefined &&
      isNumberOf(partNumber, each) &&
      each.names.some((name) => isSameWords(partName, name)));
}

/**
 * The choice that a cell names as a whole: by its name, its number, both, or a listed alias; `group` when only choices of one
 * group can be meant. Undefined where that is none, or more than one: nothing is guessed.
 */
export function findChoice(view: FieldView, cell: string, group?: string): Choice | undefined {
  // A bullet of a list in a cell.
  const typed = cell.trim().replace(/^[-–—•*+]\s+/, '');
  if (typed === '' || typed.length > maxChoiceLetters) return undefined;
  const offered = namedChoices(view).filter(({ choice }) => group === undefined || choice.when === group);
  const [found, ...others] = offered.filter(teller(typed));
  return others.length > 0 ? undefined : found?.choice;
}
