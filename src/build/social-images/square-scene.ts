import type { Node } from '@takumi-rs/core';
import { palette } from '../../ui/weave/palette.ts';
import { compose } from '../../vietnamese/compose.ts';
import { site } from '../../vocabulary/site.ts';
import { cloth, mark } from './pattern-pixels.ts';
import type { Picture } from './picture.ts';
import { atMost, balanced, box, families, sampleMark, words } from './scene.ts';

/** Side of the square in pixels: what Zalo shows of a link, twice as large for sharp screens. */
export const squareSide = 600;

/** Pixels per stitch, and the band of cloth in stitches: an odd number makes both sides equal. */
const stitch = 8;
const across = squareSide / stitch;
const down = 15;

/** Sizes of titles, each with the letters that fit beside a result. */
const titleSizes = [
  { fontSize: 48, letters: 60 },
  { fontSize: 40, letters: 90 },
  { fontSize: 32, letters: 150 },
] as const;
const smallest = 27;
const titleLines = 4;

/** The main result, as large as fits one line. */
const result = (text: string, label: string | null): Node =>
  box({ flexDirection: 'column' }, [
    words(text, {
      fontSize: Math.max(22, Math.min(44, Math.floor(900 / text.length))),
      fontWeight: 700,
      lineHeight: 1.3,
      color: palette.lead,
      ...atMost(2),
    }),
    ...(label ? [words(label, { fontSize: 20, lineHeight: 1.3, color: palette.soft, ...atMost(2) })] : []),
  ]);

/**
 * The square image as a tree of boxes: a band of the story’s cloth, then its words.
 * @param grain pixels per stitch in the cloth’s bitmap; 1 is enough to tell two images apart
 */
export function squareScene(picture: Picture, grain: number = stitch): Node {
  const { seed, threads, kind, who, title, figure, label, honour, sample } = picture;
  const { length } = compose(title);
  const fontSize = titleSizes.find(({ letters }) => length <= letters)?.fontSize ?? smallest;
  return box(
    {
      width: squareSide,
      height: squareSide,
      flexDirection: 'column',
      backgroundColor: palette.paper,
      color: palette.ink,
      fontFamily: families,
    },
    [
      {
        type: 'image',
        src: cloth({ seed, threads, across, down, stitch: grain }),
        style: { width: squareSide, height: down * stitch },
      },
      box({ flexDirection: 'column', flexGrow: 1, flexBasis: 0, padding: '20px 36px 22px' }, [
        words([kind, who].filter(Boolean).join(' · '), {
          fontSize: 22,
          fontWeight: 600,
          lineHeight: 1.3,
          color: palette.soft,
          ...atMost(2),
        }),
        box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center', gap: 10 }, [
          words(title, { fontSize, fontWeight: 700, lineHeight: 1.25, ...balanced, ...atMost(titleLines) }),
          ...(figure ? [result(figure, label)] : []),
          ...(honour
            ? [words(honour, { fontSize: 24, fontWeight: 600, lineHeight: 1.3, ...atMost(figure ? 1 : 2) })]
            : []),
        ]),
        box({ alignItems: 'center', gap: 14 }, [
          { type: 'image', src: mark(44), width: 44, height: 44 },
          words(site.name, { fontSize: 19, fontWeight: 700, flexGrow: 1 }),
          ...(sample ? [sampleMark(17)] : []),
        ]),
      ]),
    ],
  );
}
