/** Collects the text of a markup cell: joins blanks, and breaks lines where the markup does. */
export class TextCell {
  #lines: string[] = [''];
  #letters = 0;
  #most: number;

  /** Keeps at most `most` letters of the source text. */
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

  /** The lines, without empty lines at the start and the end. */
  take(tidy: (line: string) => string): string {
    const lines = this.#lines.map(tidy);
    this.#lines = [''];
    this.#letters = 0;
    return lines.join('\n').replace(/^\n+/, '').trimEnd();
  }
}
