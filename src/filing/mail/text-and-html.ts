/** A part of a letter: a list of facts, or a sentence with an optional link. */
export type LetterPart = { listed: readonly (readonly [string, string])[] } | { text: string; link?: string };

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function asText(part: LetterPart): string {
  if ('listed' in part) return part.listed.map(([name, value]) => `${name}: ${value}`).join('\n');
  return part.link === undefined ? part.text : `${part.text}\n${part.link}`;
}

function asHtml(part: LetterPart): string {
  if ('listed' in part) {
    const lines = part.listed.map(
      ([name, value]) => `${escapeHtml(name)}: <strong>${escapeHtml(value)}</strong>`,
    );
    return `<p>${lines.join('<br>\n')}</p>`;
  }
  if (part.link === undefined) return `<p>${escapeHtml(part.text)}</p>`;
  const address = escapeHtml(part.link);
  return `<p>${escapeHtml(part.text)}<br>\n<a href="${address}">${address}</a></p>`;
}

/** Renders parts as plain text and as simple, unstyled HTML that looks like the reader's mail program. `title` is plain words without markup. */
export function textAndHtml(
  parts: readonly LetterPart[],
  title = 'Biên nhận',
): { text: string; html: string } {
  const body = parts.map(asHtml).join('\n');
  return {
    text: `${parts.map(asText).join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>${title}</title></head>\n<body style="max-width:40em;line-height:1.6">\n${body}\n</body></html>\n`,
  };
}
