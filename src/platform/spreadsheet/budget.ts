const megabyte = 1024 * 1024;

/** What a file may unfold to: a base for small files, so many times its own size, and never more than the last. */
const baseBytes = 4 * megabyte;
const bytesForOne = 24;
const mostBytes = 72 * megabyte;

/** Cells of all sheets of a file, empty ones between others included. */
const mostCells = 1_000_000;
/** Letters of all sheets of a file. More than a request may hold. */
const mostLetters = 4_000_000;

/** What reading one file may cost. Whoever unfolds or stores something takes it from here first; what is used up is used up. */
export class Budget {
  #bytes: number;
  #cells: number;
  #letters: number;

  constructor(fileBytes: number) {
    this.#cells = mostCells;
    this.#letters = mostLetters;
    this.#bytes = Math.min(mostBytes, baseBytes + bytesForOne * fileBytes);
  }

  /** False when no more bytes may be unfolded. */
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
