import { expect, test } from '@playwright/test';
import { type Node, Renderer } from '@takumi-rs/core';
import { rendererWithFaces } from '../../../../src/build/social-images/draw.ts';
import { families } from '../../../../src/build/social-images/scene.ts';

const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
const lower = [...vowels, ...'bcdđghklmnpqrstvx'];
const alphabet = [...lower, ...lower.map((letter) => letter.toLocaleUpperCase('vi'))];
/** What names and sums are written with besides: foreign letters, digits, marks, signs. */
/** Signs that only the second font has. */
const signs = [...'→←⇒√∑∞✓✗●○■□☐☑★№πα①⅓'];
const besides = [...'fjwzFJWZ0123456789.,;:?!()[]“”‘’"\'&/%+−–—…·×°²³₂<>≤≥=§'];
/** A place that Unicode keeps empty: no font has a letter there. */
const unknown = '\u{10FFFD}';

/** The pixels of one letter, the same box for all. */
const pixels = async (renderer: Renderer, letter: string, fontWeight: number): Promise<string> => {
  const node: Node = {
    type: 'container',
    style: { display: 'flex', width: 96, height: 96, padding: 20, backgroundColor: '#fff' },
    children: [
      {
        type: 'text',
        text: letter,
        style: { fontFamily: families, fontSize: 40, fontWeight, lineHeight: 1.4 },
      },
    ],
  };
  return (await renderer.render(node, { width: 96, height: 96, format: 'raw' })).toString('base64');
};

/** Letters that come out as nothing, as the box of an unknown letter, or like another letter. */
async function notDrawn(renderer: Renderer, letters: readonly string[], weight: number): Promise<string[]> {
  const taken = new Set([await pixels(renderer, ' ', weight), await pixels(renderer, unknown, weight)]);
  const faults: string[] = [];
  for (const letter of letters) {
    const drawn = await pixels(renderer, letter, weight);
    if (taken.has(drawn)) faults.push(letter);
    taken.add(drawn);
  }
  return faults;
}

test('the alphabet has its 134 accented letters', () => {
  expect(alphabet.filter((letter) => letter > '\u007f')).toHaveLength(134);
  expect(new Set(alphabet).size).toBe(alphabet.length);
});

for (const weight of [400, 600, 700]) {
  test(`every letter and sign is drawn, none like another, at weight ${weight}`, async () => {
    const letters = [...alphabet, ...besides, ...signs];
    expect(await notDrawn(await rendererWithFaces(), letters, weight)).toEqual([]);
  });
}

test('each weight is a face of its own', async () => {
  const renderer = await rendererWithFaces();
  const drawn = await Promise.all([400, 600, 700].map((weight) => pixels(renderer, 'ờ', weight)));
  expect(new Set(drawn).size).toBe(3);
});

test('without the faces the letters come out alike, and this is noticed', async () => {
  const faults = await notDrawn(new Renderer(), ['đ', 'ư', 'ờ', 'ố'], 400);
  expect(faults.length).toBeGreaterThanOrEqual(3);
});
