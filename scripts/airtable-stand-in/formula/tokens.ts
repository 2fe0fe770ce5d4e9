/** A piece of a formula; `end` is where the next one may begin. */
export interface Token {
  kind: 'field' | 'string' | 'number' | 'word' | 'mark' | 'end';
  text: string;
  end: number;
}

const shapes = [
  { kind: 'field', shape: /\{((?:\\.|[^}\\])+)\}/y },
  { kind: 'string', shape: /"((?:\\.|[^"\\])*)"/y },
  { kind: 'string', shape: /'((?:\\.|[^'\\])*)'/y },
  { kind: 'number', shape: /(-?\d+(?:\.\d+)?)/y },
  { kind: 'word', shape: /([A-Za-z_]+)/y },
  { kind: 'mark', shape: /(!=|<=|>=|[=<>(),])/y },
] as const;

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
const plainText = (text: string) => text.replace(/\\(.)/gs, (_, mark: string) => escapes[mark] ?? mark);

/** The token at or after a position; `undefined` where nothing can be read. */
export function nextToken(source: string, position: number): Token | undefined {
  let start = position;
  while (/\s/.test(source.charAt(start))) start += 1;
  if (start >= source.length) return { kind: 'end', text: '', end: start };
  for (const { kind, shape } of shapes) {
    shape.lastIndex = start;
    const text = shape.exec(source)?.[1];
    if (text === undefined) continue;
    const plain = kind === 'field' || kind === 'string' ? plainText(text) : text;
    return { kind, text: plain, end: shape.lastIndex };
  }
  return undefined;
}
