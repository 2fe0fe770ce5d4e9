import { normalize } from '../../vietnamese/compose.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { NumberedChoice } from './choices.ts';

/** “III.1.3.4”, “(1.1)”, “Nội dung 3”, “02.”: what a number is of, if that is said, its section of the plan, and its figures. */
const written =
  /^[([]?\s*(?:(muc|so|noi dung|tieu chi|nhom|nhom tieu chi)\s+)?(?:(i{1,3})\s*[.,-]?\s*)?(\d{1,2}(?:(?:\s?[.-]\s?|,)\d{1,2}){0,3})\s*[.)\],:;]*$/;

const maxNumberLetters = 40;

/** A number as somebody typed it. */
export interface TypedNumber {
  /** What it is said to be the number of. */
  said: string | undefined;
  section: string | undefined;
  figures: string;
  /** A dash between two figures may be a range. */
  isDashed: boolean;
}

/** The number that a text is; undefined of any other. */
export function readChoiceNumber(typed: string): TypedNumber | undefined {
  if (typed.length > maxNumberLetters) return undefined;
  const [, said, section, figures] = written.exec(fold(normalize(typed, 'NFKC').trim())) ?? [];
  if (!figures) return undefined;
  const plain = figures
    .replace(/\s/g, '')
    .replace(/[,-]/g, '.')
    .replace(/^0(?=\d$)/, '');
  return { said, section, figures: plain, isDashed: figures.includes('-') };
}

/** A choice that the plan numbers: what it is called there, and the section. */
function inPlan({ choice }: NumberedChoice): { kind: string; section: string } | undefined {
  if (/^ii-\d$/.test(choice.value)) return { kind: 'noi dung', section: 'ii' };
  if (/^iii(-\d+){3}$/.test(choice.value)) return { kind: 'tieu chi', section: 'iii' };
  return /^1\.\d+\. /.test(choice.label) ? { kind: 'nhom', section: 'iii' } : undefined;
}

/** Whether a number is that of a choice: in the plan, in its name, or its place among those of its group. */
export function isNumberOf(
  { said, section, figures, isDashed }: TypedNumber,
  numbered: NumberedChoice,
): boolean {
  const plan = inPlan(numbered);
  if (said && !['muc', 'so'].includes(said) && !(plan && said.startsWith(plan.kind))) return false;
  if (section) return section === plan?.section && figures === numbered.number;
  return !isDashed && (figures === numbered.number || figures === numbered.place);
}
