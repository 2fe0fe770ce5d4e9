/** Stands for a formula's value that the saving program did not calculate. */
export const uncalculated = '#CHƯA TÍNH!';

/** Errors as written by Excel, LibreOffice, Google Sheets and WPS, in English and other languages in use in offices here. */
const errors = new Set([
  uncalculated,
  ...[
    '#NULL!',
    '#DIV/0!',
    '#VALUE!',
    '#REF!',
    '#NAME?',
    '#NUM!',
    '#N/A',
    '#GETTING_DATA',
    '#SPILL!',
    '#CALC!',
  ],
  ...['#FIELD!', '#BLOCKED!', '#CONNECT!', '#UNKNOWN!', '#BUSY!', '#PYTHON!', '#EXTERNAL!', '#TIMEOUT!'],
  ...[
    '#ERROR!',
    '#ERROR',
    '#ERR!',
    '#N/A N/A',
    '#MACRO?',
    '#FMT',
    '#LOADING...',
    '#DIV/0',
    '#VALUE',
    '#REF',
    '#NAME',
    '#NUM',
  ],
  // French, German, Spanish, Portuguese, Italian, Russian.
  ...[
    '#NUL!',
    '#VALEUR!',
    '#NOM?',
    '#NOMBRE!',
    '#WERT!',
    '#BEZUG!',
    '#ZAHL!',
    '#NV',
    '#ÜBERLAUF!',
    '#¡VALOR!',
  ],
  ...[
    '#¡REF!',
    '#¿NOMBRE?',
    '#¡NUM!',
    '#¡DIV/0!',
    '#¡NULO!',
    '#VALOR!',
    '#NOME?',
    '#NÚM!',
    '#N/D',
    '#VALORE!',
  ],
  ...['#RIF!', '#ЗНАЧ!', '#ССЫЛКА!', '#ИМЯ?', '#ЧИСЛО!', '#Н/Д', '#ДЕЛ/0!', '#ПУСТО!'],
]);

/** Longest text that can be an error, including characters around the error. */
const maxErrorLetters = 40;

/**
 * Whether the text of a cell is a formula error (`#N/A`, `Err:502`) or the `####` of a column that is too narrow. Such a cell has
 * lost its value. The rule is the same for workbooks, CSV and pasted cells.
 */
export function isErrorText(text: string): boolean {
  const shown = text.trim();
  if (/^#{2,}$/.test(shown)) return true;
  if (shown.length > maxErrorLetters) return false;
  return errors.has(shown.toUpperCase()) || /^Err(?:or)?:\s?\d{3}$/i.test(shown);
}
