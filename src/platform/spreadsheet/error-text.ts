/** Stands for the value of a formula that the program which saved the file did not work out. */
export const uncalculated = '#CHƯA TÍNH!';

/** Errors as Excel, LibreOffice, Google Sheets and WPS write them, in English and in the languages that offices here may have. */
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

/** The longest of them, and what may stand around one. */
const maxErrorLetters = 40;

/**
 * Whether the text of a cell is an error of a formula (`#N/A`, `Err:502`), or the `####` that stands for what a narrow column cannot
 * show: a cell that says nothing of what was meant. The same for workbooks, CSV and pasted cells.
 */
export function isErrorText(text: string): boolean {
  const shown = text.trim();
  if (/^#{2,}$/.test(shown)) return true;
  if (shown.length > maxErrorLetters) return false;
  return errors.has(shown.toUpperCase()) || /^Err(?:or)?:\s?\d{3}$/i.test(shown);
}
