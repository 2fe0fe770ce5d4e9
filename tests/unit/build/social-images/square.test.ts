import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { draw, rendererWithFaces } from '../../../../src/build/social-images/draw.ts';
import { imageName, imagePath } from '../../../../src/build/social-images/image-file.ts';
import { type Picture, squareOf, storyPicture } from '../../../../src/build/social-images/picture.ts';
import { sceneOf } from '../../../../src/build/social-images/scene-of.ts';
import { squareSide } from '../../../../src/build/social-images/square-scene.ts';
import { inventedStory } from '../../../fixtures/story.ts';

const plain = storyPicture(inventedStory);
const square = squareOf(plain);

/** Every line of text as it is set, with where it ends. */
async function linesOf(picture: Picture) {
  const renderer = await rendererWithFaces();
  const { tree, ...size } = sceneOf(picture);
  const found: { text: string; right: number; bottom: number }[] = [];
  const walk = ({ children, runs, transform }: Awaited<ReturnType<typeof renderer.measure>>): void => {
    for (const { text, x, y, width, height } of runs)
      found.push({ text, right: transform[4] + x + width, bottom: transform[5] + y + height });
    children.forEach(walk);
  };
  walk(await renderer.measure(tree, size));
  return found;
}

test('a story without a photo has a square image with its cloth, name, award and the site', async () => {
  const { width, height } = await sharp(await draw(sceneOf(square))).metadata();
  expect([width, height]).toEqual([squareSide, squareSide]);
  expect(imageName(square)).toMatch(/^vd-0042-vuong-[0-9a-f]{8}$/);
  expect(imagePath(square)).not.toBe(imagePath(plain));
  const said = (await linesOf(square)).map(({ text }) => text.trim()).join(' ');
  for (const words of [
    'Tập thể · Đơn vị minh họa 01',
    'Tổ máy số hai',
    'Giấy khen',
    'Thi đua Đổi mới – Đồng Nai',
  ])
    expect(said).toContain(words);
  expect(said).not.toContain('Dữ liệu minh họa');
});

const long = 'Xây dựng hệ thống tự động tổng hợp báo cáo, cảnh báo sớm ngập úng '.repeat(5).slice(0, 300);
const long300: Record<string, Partial<Picture>> = {
  'a name of 300 letters': { title: long },
  'a name of 300 capitals': { title: long.toLocaleUpperCase('vi') },
  'one word of 300 letters': { title: 'ộ'.repeat(300) },
  'a result as long as a sentence': { figure: '1.240.000.000 → 655.000.000 đồng một năm · giảm 47,2%' },
};
for (const [what, change] of Object.entries(long300))
  test(`a square with ${what} keeps within its frame, and says that it is a sample`, async () => {
    const who = 'Ban Quản lý các khu công nghiệp, khu kinh tế và khu công nghệ cao thành phố Đồng Nai';
    const lines = await linesOf({ ...square, who, figure: '1.240 → 655 m³', sample: true, ...change });
    expect(
      lines.filter(({ text, right }) => right - (text.endsWith(' ') ? 12 : 0) > squareSide - 30),
    ).toEqual([]);
    expect(Math.max(...lines.map(({ bottom }) => bottom))).toBeLessThan(squareSide - 10);
    expect(lines.map(({ text }) => text)).toContain('Dữ liệu minh họa');
  });
