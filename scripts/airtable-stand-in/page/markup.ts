const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A piece of HTML that is safe to send: everything put into it was escaped. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Part = string | number | Markup | Markup[] | null;

function render(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.source;
  if (Array.isArray(part)) return part.map(({ source }) => source).join('');
  return String(part).replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}

/** Builds HTML from a template: texts and numbers are escaped, markup is kept, `null` is nothing. */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(
    literals.reduce((done, literal, index) => done + render(parts[index - 1] ?? null) + literal),
  );
}
