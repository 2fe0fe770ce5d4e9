import type { Node } from '@takumi-rs/core';
import { palette } from '../../ui/weave/palette.ts';
import { compose } from '../../vietnamese/compose.ts';
import { keepCompoundsTogether } from '../../vietnamese/compound-words.ts';
import { site } from '../../vocabulary/site.ts';
import { cloth, mark, type Pixels } from './pattern-pixels.ts';
import type { Picture } from './picture.ts';

/** Size that Facebook, X, LinkedIn and Zalo show uncropped. https://ogp.me/#structured */
export const imageSize = { width: 1200, height: 630 } as const;

/** The family of the image, under the name that draw.ts gives it. */
export const family = 'Be Vietnam Pro';
/** Font for signs that `family` lacks: arrows, mathematics, ticks. */
export const signsFamily = 'DejaVu Sans';
/** Both families, in the order of fallback. */
export const families = `${family}, ${signsFamily}`;

/** Pixels per stitch, and the size of the cloth in stitches: an odd number across makes both sides equal. */
const stitch = 12;
const across = 33;
const down = 52;
const frameHeight = imageSize.height - down * stitch;

/** Size of the cloth, or of the photo in its place. */
export const sideSize = { width: across * stitch, height: down * stitch } as const;

/** Sizes of titles, largest first, each with its most lines; fewer lines where an award follows. */
const titleSizes = [
  { fontSize: 76, lines: 2, aboveAward: 2 },
  { fontSize: 60, lines: 4, aboveAward: 3 },
  { fontSize: 52, lines: 5, aboveAward: 4 },
  { fontSize: 44, lines: 6, aboveAward: 5 },
  { fontSize: 38, lines: 7, aboveAward: 5 },
  { fontSize: 32, lines: 8, aboveAward: 6 },
] as const;

/** Small letters that a line holds on average in a title of one pixel, including the loss at line breaks. */
const lettersPerLine = 1090;
/** Width of a capital in small letters. */
const capital = 1.3;

type Style = NonNullable<Node['style']>;

/** A text. */
export const words = (text: string, style: Style): Node => ({ type: 'text', text: compose(text), style });

/** Nodes in a row or, by its style, in a column. */
export const box = (style: Style, children: Node[]): Node => ({
  type: 'container',
  style: { display: 'flex', ...style },
  children,
});

/** Limits a text to a number of lines. The last line ends in an ellipsis where text is cut. */
export const atMost = (lines: number): Style => ({ lineClamp: lines, textOverflow: 'ellipsis' });

/** Balances the lengths of lines. Breaks inside a word only where there is no other way. */
export const balanced: Style = { textWrapStyle: 'balance', overflowWrap: 'anywhere' };

const head = ({ kind, who }: Picture): Node =>
  box({ flexDirection: 'column', gap: 4, fontSize: 27, fontWeight: 600, lineHeight: 1.35 }, [
    words(kind, { color: palette.lead }),
    ...(who ? [words(who, { color: palette.soft, ...atMost(2) })] : []),
  ]);

/** The title in the largest size that fits. A title too long for the smallest size ends in an ellipsis. */
function title({ title: text, honour, figure }: Picture): Node {
  const letters = [...compose(text)];
  const length = letters.reduce((sum, letter) => sum + (/\p{Lu}/u.test(letter) ? capital : 1), 0);
  const sizes = titleSizes.map(({ fontSize, lines, aboveAward }) => ({
    fontSize,
    lines: Math.max(1, (honour ? aboveAward : lines) - (figure ? 1 : 0)),
  }));
  const fitting = sizes.find(({ fontSize, lines }) => length <= (lines * lettersPerLine) / fontSize);
  const { fontSize, lines } = fitting ?? sizes.at(-1) ?? titleSizes[0];
  return words(keepCompoundsTogether(text), {
    fontSize,
    fontWeight: 700,
    lineHeight: 1.3,
    ...balanced,
    ...atMost(lines),
  });
}

/** The main result, large: what a reader of a feed remembers; then what it is and how sure. */
const result = (text: string, label: string | null): Node[] => [
  words(text, {
    marginTop: 20,
    fontSize: Math.max(26, Math.min(52, Math.floor(1050 / text.length))),
    fontWeight: 700,
    lineHeight: 1.3,
    color: palette.lead,
    ...atMost(1),
  }),
  ...(label ? [words(label, { fontSize: 24, lineHeight: 1.3, color: palette.soft, ...atMost(2) })] : []),
];

const award = (text: string): Node =>
  words(text, {
    borderLeft: `8px solid ${palette.honour}`,
    paddingLeft: 18,
    marginTop: 24,
    fontSize: 30,
    fontWeight: 600,
    lineHeight: 1.35,
    ...balanced,
    ...atMost(2),
  });

const foot = ({ sample }: Picture): Node =>
  box({ alignItems: 'center', gap: 18 }, [
    { type: 'image', src: mark(60), width: 60, height: 60 },
    box({ flexDirection: 'column', flexGrow: 1, lineHeight: 1.35 }, [
      words(site.owner, { fontSize: 20, color: palette.soft }),
      words(site.name, { fontSize: 26, fontWeight: 700 }),
    ]),
    ...(sample ? [sampleMark(24)] : []),
  ]);

/** What marks an invented story. */
export const sampleMark = (fontSize: number): Node =>
  words('Dữ liệu minh họa', {
    border: `3px dashed ${palette.edge}`,
    padding: '6px 16px',
    fontSize,
    fontWeight: 700,
  });

/**
 * The image as a tree of boxes: the cloth, and the words beside it.
 * @param photo the story's photo in the size of `sideSize`, in the place of the cloth
 * @param grain pixels per stitch in the cloth’s bitmap; 1 is enough to tell two images apart
 */
export function scene(picture: Picture, photo: Pixels | null = null, grain: number = stitch): Node {
  const { seed, threads, honour, figure, label } = picture;
  return box(
    {
      ...imageSize,
      borderTop: `${frameHeight}px solid ${palette.state}`,
      backgroundColor: palette.paper,
      color: palette.ink,
      fontFamily: families,
    },
    [
      {
        type: 'image',
        src: photo ?? cloth({ seed, threads, across, down, stitch: grain }),
        style: sideSize,
      },
      box({ flexDirection: 'column', flexGrow: 1, flexBasis: 0, padding: '38px 56px 36px' }, [
        head(picture),
        box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }, [
          title(picture),
          ...(figure ? result(figure, label) : []),
          ...(honour ? [award(honour)] : []),
        ]),
        foot(picture),
      ]),
    ],
  );
}
