/** Collects the text of a cell of markup: blanks as one, lines where the markup breaks them. */
export class TextCell {
  #lines: string[] = [''];
  #letters = 0;
  #most: number;

  /** `most` letters, as they are written, are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  add(text: string): void {
    if (this.#letters > this.#most) return;
    this.#letters += text.length;
    this.#lines[this.#lines.length - 1] += text;
  }

  breakLine(): void {
    this.#letters += 1;
    if (this.#letters <= this.#most) this.#lines.push('');
  }

  /** The lines; those that are empty at both ends are left out. */
  take(tidy: (line: string) => string): string {
    const lines = this.#lines.map(tidy);
    this.#lines = [''];
    this.#letters = 0;
    return lines.join('\n').replace(/^\n+/, '').trimEnd();
  }
}
