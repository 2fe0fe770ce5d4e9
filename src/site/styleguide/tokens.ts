/** What the page draws in: the two schemes of `tokens.css`. */
export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** A custom property of the meaning tier, with its value in each scheme, references resolved. */
export interface DesignToken {
  readonly name: string;
  readonly value: Readonly<Record<Scheme, string>>;
}

/** The raw scale, `--ink-0`, which only `tokens.css` itself reads. */
const isRaw = (name: string): boolean => /^--(?!space-|text-)[a-z]+-\d+$/.test(name);

/** Every custom property of the meaning tier, in the order of the style sheet. `css` is the text of `tokens.css`. */
export function readTokens(css: string): DesignToken[] {
  const light = declarations(blockAfter(css, '@layer tokens'));
  const dark = new Map([...light, ...declarations(blockAfter(css, '@media (prefers-color-scheme: dark)'))]);
  return [...light.keys()]
    .filter((name) => !isRaw(name))
    .map((name) => ({ name, value: { light: resolve(light, name), dark: resolve(dark, name) } }));
}

/** The declarations of the first `:root` after some words. Throws RangeError where there is none. */
function blockAfter(css: string, words: string): string {
  const [, block] = /:root\s*\{([^}]*)\}/.exec(css.slice(Math.max(0, css.indexOf(words)))) ?? [];
  if (block === undefined || !css.includes(words)) throw new RangeError(`No :root after “${words}”.`);
  return block.replace(/\/\*.*?\*\//gs, '');
}

const declarations = (block: string): Map<string, string> =>
  new Map([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));

function resolve(values: ReadonlyMap<string, string>, name: string): string {
  const value = values.get(name);
  if (value === undefined) throw new RangeError(`tokens.css reads ${name} but never sets it.`);
  return value.replace(/var\((--[\w-]+)\)/g, (_, other: string) => resolve(values, other));
}
