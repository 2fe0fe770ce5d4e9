const megabyte = 1024 * 1024;

/** Limits of the unpacked size of a file: a base for small files, a multiple of the file size, and an absolute maximum. */
const baseBytes = 4 * megabyte;
const bytesForOne = 24;
const mostBytes = 72 * megabyte;

/** Cells of all sheets of a file, empty ones between others included. */
const mostCells = 1_000_000;
/** Letters of all sheets of a file: more than a request may hold. */
const mostLetters = 4_000_000;

/** What reading one file may cost. Code takes from the budget before it unpacks or stores anything, and never gives back. */
export class Budget {
  #bytes: number;
  #cells: number;
  #letters: number;

  constructor(fileBytes: number) {
    this.#cells = mostCells;
    this.#letters = mostLetters;
    this.#bytes = Math.min(mostBytes, baseBytes + bytesForOne * fileBytes);
  }

  /** False when no more bytes may be unpacked. */
  takeBytes(count: number): boolean {
    this.#bytes -= count;
    return this.#bytes >= 0;
  }

  /** False when no more cells and letters may be stored. */
  takeCells(count: number, letters: number): boolean {
    this.#cells -= count;
    this.#letters -= letters;
    return this.#cells >= 0 && this.#letters >= 0;
  }
}
