import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { draw, rendererWithFaces } from '../../../../src/build/social-images/draw.ts';
import { imageAlt, imageName, imagePath } from '../../../../src/build/social-images/image-file.ts';
import { photoPixels } from '../../../../src/build/social-images/photo-pixels.ts';
import { type Picture, storyPicture } from '../../../../src/build/social-images/picture.ts';
import { imageSize, scene } from '../../../../src/build/social-images/scene.ts';
import { sceneOf } from '../../../../src/build/social-images/scene-of.ts';
import { palette, threadColours } from '../../../../src/ui/weave/palette.ts';
import { inventedStory } from '../../../fixtures/story.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

const picture = storyPicture(inventedStory);
const longTitle = 'Xây dựng hệ thống tự động tổng hợp báo cáo, cảnh báo sớm ngập úng '
  .repeat(5)
  .slice(0, 300);

/** Where words may stand, from the right edge on. */
const textWidth = 800;

interface Line {
  text: string;
  right: number;
  bottom: number;
}

/** Every line of text as it is set, and where it ends. */
async function linesOf(shown: Picture): Promise<Line[]> {
  const renderer = await rendererWithFaces();
  const found: Line[] = [];
  const walk = ({ children, runs, transform }: Awaited<ReturnType<typeof renderer.measure>>): void => {
    for (const { text, x, y, width, height } of runs) {
      found.push({ text, right: transform[4] + x + width, bottom: transform[5] + y + height });
    }
    children.forEach(walk);
  };
  walk(await renderer.measure(scene(shown), imageSize));
  return found;
}

test('a name that fits is set whole, with whose it is, the award and the site', async () => {
  const said = (await linesOf(picture)).map(({ text }) => text.trim()).join(' ');
  for (const words of [
    'Tập thể',
    'Đơn vị minh họa 01',
    'Tổ máy số hai',
    'Giấy khen',
    'Thi đua Đổi mới – Đồng Nai',
  ]) {
    expect(said).toContain(words);
  }
  expect(said).not.toContain('Dữ liệu minh họa');
});

test('a sample says so in the image and in its words', async () => {
  const sample = { ...picture, sample: true };
  expect((await linesOf(sample)).map(({ text }) => text)).toContain('Dữ liệu minh họa');
  expect(imageAlt(sample)).toMatch(/^Dữ liệu minh họa – Tập thể/);
});

/** Whether the ink of a line ends in dots: none of its last columns is inked higher than a dot. */
async function endsInDots(shown: Picture, { bottom }: Line): Promise<boolean> {
  const { width } = imageSize;
  const raw = await (await rendererWithFaces()).render(scene(shown), { ...imageSize, format: 'raw' });
  const inked: { x: number; y: number }[] = [];
  for (let y = Math.round(bottom) - 38; y < bottom; y += 1) {
    for (let x = width - textWidth; x < width; x += 1) {
      if ((raw[(y * width + x) * 4] ?? 255) < 128) inked.push({ x, y });
    }
  }
  const end = Math.max(...inked.map(({ x }) => x));
  const rows = inked.filter(({ x }) => x > end - 20).map(({ y }) => y);
  return Math.max(...rows) - Math.min(...rows) < 8;
}

for (const [what, title] of [
  ['a name of 300 letters', longTitle],
  ['a name of 300 capitals', longTitle.toLocaleUpperCase('vi')],
  ['one word of 300 letters', 'ộ'.repeat(300)],
] as const) {
  test(`${what} of an honoree is cut with an ellipsis, above the award and inside the frame`, async () => {
    const who = 'Ban Quản lý các khu công nghiệp, khu kinh tế và khu công nghệ cao thành phố Đồng Nai';
    const shown = { ...picture, who, title, sample: true };
    const lines = await linesOf(shown);
    const award = lines.findIndex(({ text }) => text === 'Giấy khen');
    const last = lines[award - 1] ?? { text: '', right: 0, bottom: 0 };
    expect(
      lines.filter(({ text, right }) => right - (text.endsWith(' ') ? 12 : 0) > imageSize.width - 50),
    ).toEqual([]);
    expect(lines[award]?.bottom).toBeLessThan(imageSize.height - 90);
    expect(await endsInDots(shown, last)).toBe(true);
  });
}

/** The text of lines; compound words are held together by other spaces. */
const textOf = (lines: readonly { text: string }[]) =>
  lines
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ');

test('a name of 300 letters of a model is set whole', async () => {
  const shown = { ...picture, title: longTitle, honour: null };
  const lines = await linesOf(shown);
  expect(textOf(lines)).toContain(longTitle);
  expect(await endsInDots(shown, lines[lines.length - 3] ?? { text: '', right: 0, bottom: 0 })).toBe(false);
});

for (const title of [
  'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
  'Cá nhân minh họa mười một',
  'Tổ công nghệ số cộng đồng hỗ trợ tại nhà văn hoá khu phố 3',
  longTitle.slice(0, 120),
  longTitle.slice(0, 180),
]) {
  test(`an honoree’s name is not cut where a smaller size has room: ${title.length} letters`, async () => {
    expect(textOf(await linesOf({ ...picture, title }))).toContain(title.trim());
  });
}

test('letters written apart from their marks are set as one', () => {
  const apart = { ...picture, title: picture.title.normalize('NFD') };
  expect(imageName(apart)).toBe(imageName(picture));
});

test('the address changes with what the image shows, and with nothing else', () => {
  expect(imagePath(picture)).toMatch(/^\/anh\/vd-0042-[0-9a-f]{8}\.png$/);
  expect(imageName(storyPicture({ ...inventedStory, body: 'Khác', changedAt: '2027-01-01T00:00:00Z' }))).toBe(
    imageName(picture),
  );
  const others = [
    { name: 'Khác' },
    { strands: ['ii-1'] },
    { unitName: 'Khác' },
    { awardForm: null },
    { sample: true },
  ];
  const names = others.map((change) => imageName(storyPicture({ ...inventedStory, ...change })));
  expect(new Set([imageName(picture), ...names]).size).toBe(others.length + 1);
});

test('the colours are those of the site', () => {
  const tokens = readFileSync('src/ui/styles/tokens.css', 'utf8');
  const light = tokens.slice(0, tokens.indexOf('@media'));
  for (const colour of [...Object.values(palette), ...Object.values(threadColours)])
    expect(light).toContain(colour);
  for (const [thread, colour] of Object.entries(threadColours)) {
    expect(light).toContain(`--thread-${thread}: ${colour};`);
  }
});

test('a photo takes the place of the cloth, and another photo makes another image', async () => {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'photo.jpg');
  await sharp({ create: { width: 900, height: 700, channels: 3, background: '#cc2200' } })
    .jpeg()
    .toFile(file);
  const shown = { ...picture, photo: 'a'.repeat(64) };
  const pixels = await photoPixels(file);
  expect([pixels.width, pixels.height]).toEqual([396, 624]);
  const drawn = await draw(sceneOf(shown, pixels));
  const { data, info } = await sharp(drawn).raw().toBuffer({ resolveWithObject: true });
  const at = (300 * info.width + 200) * info.channels;
  expect(data[at]).toBeGreaterThan(180);
  expect(data[at + 2]).toBeLessThan(40);
  expect(imageName(shown)).not.toBe(imageName(picture));
  expect(imageName({ ...shown, photo: 'b'.repeat(64) })).not.toBe(imageName(shown));
  await folder.remove();
});
