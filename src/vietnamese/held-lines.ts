import { longestHeld } from './longest-held.ts';

/** A number of a document or a code, with “số” before it: `113/KH-UBND`, `30/2020/NĐ-CP`, `QĐ-UBND`, `MH-0001`, “số 57”; not a quarter, “II/2026”. */
const code = String.raw`(?<![\p{L}\d./-])(?:(?:[Ss]ố )?(?:\d+(?:[./-]\d+)*[a-zđ]?[/-]\p{Lu}[\p{L}\d]*|(?![IVX]+\/\d)\p{Lu}{2,}\d*[/-][\p{Lu}\d][\p{L}\d]*)(?:[./-][\p{L}\d]+)*|[Ss]ố \d+(?![\p{L}\d.,]*\d))`;

const number = String.raw`[-−]?\d[\d.,]*(?<=\d)`;
const percent = String.raw`(?:%|(?: |\u00a0)điểm(?= phần trăm))`;

/** A figure with its unit and with the word that says how it moved: “giảm 66,7%”, “43 → 27 phút”. */
const figure = [
  String.raw`(?:[Tt]ăng|[Gg]iảm)(?: |\u00a0)${number}${percent}?`,
  String.raw`${number}%? → ${number}(?:%|(?: |\u00a0)[^\s\d·.,;:()<]{1,12}(?=[\s·.,;:()<]|$))?`,
].join('|');

const heldRun = new RegExp(`${code}|${figure}`, 'gu');

/**
 * Elements whose text is no line of the page, or may hold no element; runs that are held already; and the code of a receipt, which
 * is wider in its large type than the smallest phone.
 */
const untouched =
  /<(script|style|title|textarea|option|svg|code|pre)\b[^>]*>[\s\S]*?<\/\1>|<\w+ class="(?:nowrap|code)\b[^>]*>[^<]*|<[^>]*>/gu;

/**
 * HTML whose document numbers, codes and figures stay on one line. They are wrapped and not changed, so whoever copies or searches
 * the text gets it as it is written.
 */
export function holdLines(html: string): string {
  let held = '';
  let from = 0;
  const take = (text: string) => {
    held += /[\d-]/.test(text) ? text.replace(heldRun, hold) : text;
  };
  for (const { 0: markup, index } of html.matchAll(untouched)) {
    take(html.slice(from, index));
    held += markup;
    from = index + markup.length;
  }
  take(html.slice(from));
  return held;
}

const hold = (run: string): string => (run.length > longestHeld ? run : `<span class="nowrap">${run}</span>`);
