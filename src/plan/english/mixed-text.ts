/** A stretch of text in one language. */
interface Run {
  readonly text: string;
  readonly isVietnamese: boolean;
}

/** Cuts English text into runs at its asterisks: “the three *an*” is English, then Vietnamese. */
export function mixedText(text: string): readonly Run[] {
  return text
    .split('*')
    .map((run, index) => ({ text: run, isVietnamese: index % 2 === 1 }))
    .filter((run) => run.text !== '');
}
