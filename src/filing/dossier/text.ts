/** Characters that XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets), and the tab, which Word uses for tab stops. */
const notInXml = /[^\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Makes text fit for a Word file: a tab becomes a space, and forbidden characters are removed. */
export function wordText(text: string): string {
  return text.toWellFormed().replaceAll('\t', ' ').replace(notInXml, '');
}

/** The lines of a longer answer, without empty lines. */
export function answerLines(text: string): string[] {
  return wordText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
