import { fieldsOf, isFlag, isNumber, isText, listOf, orNull, type Shape } from '../../search/shapes.ts';

/** A story in a list of results. Its number is its position in the list of all stories, newest first. */
export interface Card {
  /** `MH-0001`: also the seed of its ornament. */
  id: string;
  /** Address on this site. */
  url: string;
  kind: string;
  name: string;
  summary: string;
  unitName: string;
  year: number;
  /** Ids, in the story's order. */
  strands: string[];
  /** Id; null for a model. */
  awardForm: string | null;
  /** How many units have adopted the model. */
  adopters: number;
  /** Address of the small photo; null where the card shows a woven cloth. */
  photo: string | null;
  /** The main result: “Nước”, “1.240 → 655 m³ · giảm 47,2%”, “(tự khai)”; null where there is none. */
  result: [name: string, words: string, sureness: string] | null;
  /** An invented record, which must say so wherever it is shown. */
  sample: boolean;
}

const isResult: Shape<Card['result']> = (value): value is Card['result'] =>
  value === null || (listOf(isText)(value) && value.length === 3);

/** The shape of a card. */
export const isCard = fieldsOf<Card>({
  id: isText,
  url: isText,
  kind: isText,
  name: isText,
  summary: isText,
  unitName: isText,
  year: isNumber,
  strands: listOf(isText),
  awardForm: orNull(isText),
  adopters: isNumber,
  photo: orNull(isText),
  result: isResult,
  sample: isFlag,
});
