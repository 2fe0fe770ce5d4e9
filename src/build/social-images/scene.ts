import { compose } from '../../vietnamese/compose.ts';
import type { Node } from '@takumi-rs/core';
import { site } from '../../vocabulary/site.ts';
import { cloth, mark } from './pattern-pixels.ts';
import { palette } from './palette.ts';
import type { Picture } from './picture.ts';

/** What Facebook, X, LinkedIn and Zalo show whole. https://ogp.me/#structured */
export const imageSize = { width: 1200, height: 630 } as const;

/** The family of the image, under the name that draw.ts gives it. */
export const family = 'Be Vietnam Pro';
/** For signs that it lacks: arrows, mathematics, ticks. */
export const signsFamily = 'DejaVu Sans';
/** Both, in the order in which a letter is looked for. */
export const families = `${family}, ${signsFamily}`;

/** Pixels of one stitch, and the cloth in stitches: an odd number across, so that its two sides are the same. */
const stitch = 12;
const across = 33;
const down = 52;
const frameHeight = imageSize.height - down * stitch;

/** How a title may be set, largest first: in at most so many lines, or fewer where an award stands below it. */
const titleSizes = [
  { fontSize: 76, lines: 2, aboveAward: 2 },
  { fontSize: 60, lines: 4, aboveAward: 3 },
  { fontSize: 52, lines: 5, aboveAward: 4 },
  { fontSize: 44, lines: 6, aboveAward: 5 },
  { fontSize: 38, lines: 7, aboveAward: 5 },
  { fontSize: 32, lines: 8, aboveAward: 6 },
] as const;

/** Small letters of a title of one pixel that a line holds on average, with what is lost where it breaks. */
const lettersPerLine = 1090;
/** A capital takes the room of so many small letters. */
const capital = 1.3;

type Style = NonNullable<Node['style']>;

const words = (text: string, style: Style): Node => ({ type: 'text', text: compose(text), style });

const box = (style: Style, children: Node[]): Node => ({
  type: 'container',
  style: { display: 'flex', ...style },
  children,
});

/** At most so many lines, the last of which ends in an ellipsis if there were more. */
const atMost = (lines: number): Style => ({ lineClamp: lines, textOverflow: 'ellipsis' });

/** Lines of about one length, broken inside a word only where nothing else helps. */
const balanced: Style = { textWrapStyle: 'balance', overflowWrap: 'anywhere' };

const head = ({ kind, who }: Picture): Node =>
  box({ flexDirection: 'column', gap: 4, fontSize: 27, fontWeight: 600, lineHeight: 1.35 }, [
    words(kind, { color: palette.lead }),
    ...(who ? [words(who, { color: palette.soft, ...atMost(2) })] : []),
  ]);

/** The title in the largest size that has room for it; what the smallest has no room for ends in an ellipsis. */
function title({ title: text, honour }: Picture): Node {
  const letters = [...compose(text)];
  const length = letters.reduce((sum, letter) => sum + (/\p{Lu}/u.test(letter) ? capital : 1), 0);
  const sizes = titleSizes.map(({ fontSize, lines, aboveAward }) => ({
    fontSize,
    lines: honour ? aboveAward : lines,
  }));
  const fitting = sizes.find(({ fontSize, lines }) => length <= (lines * lettersPerLine) / fontSize);
  const { fontSize, lines } = fitting ?? sizes.at(-1) ?? titleSizes[0];
  return words(text, { fontSize, fontWeight: 700, lineHeight: 1.3, ...balanced, ...atMost(lines) });
}

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
    ...(sample ? [sampleMark] : []),
  ]);

const sampleMark = words('Dữ liệu minh hoạ', {
  border: `3px dashed ${palette.edge}`,
  padding: '6px 16px',
  fontSize: 24,
  fontWeight: 700,
});

/**
 * The image as a tree of boxes: the cloth, and beside it what it is about.
 * @param grain pixels of the cloth’s bitmap a stitch; 1 is enough to tell two images apart
 */
export function scene(picture: Picture, grain: number = stitch): Node {
  const { seed, threads, honour } = picture;
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
        src: cloth({ seed, threads, across, down, stitch: grain }),
        style: { width: across * stitch, height: down * stitch },
      },
      box({ flexDirection: 'column', flexGrow: 1, flexBasis: 0, padding: '38px 56px 36px' }, [
        head(picture),
        box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }, [
          title(picture),
          ...(honour ? [award(honour)] : []),
        ]),
        foot(picture),
      ]),
    ],
  );
}
