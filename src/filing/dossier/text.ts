/** What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), and the tab, which Word keeps for its own stops. */
const notInXml = /[^\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text that a Word file can hold: one space for a tab, nothing for what XML forbids. */
export function wordText(text: string): string {
  return text.toWellFormed().replaceAll('\t', ' ').replace(notInXml, '');
}

/** The lines of a longer answer, empty ones left out. */
export function answerLines(text: string): string[] {
  return wordText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
