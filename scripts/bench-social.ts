import { Renderer } from '@takumi-rs/core';
import { draw } from '../src/build/social-images/draw.ts';
import { squareOf, storyPicture } from '../src/build/social-images/picture.ts';
import { imageSize } from '../src/build/social-images/scene.ts';
import { sceneOf } from '../src/build/social-images/scene-of.ts';
import { blankStory } from '../src/gallery/blank-story.ts';
import type { Story } from '../src/gallery/story.ts';
import { sampleHonorees } from './airtable-stand-in/samples/honorees.ts';
import { sampleModels } from './airtable-stand-in/samples/models.ts';

// `npm run bench:social`: how long a social image takes, beside an empty image of the same size drawn in turn with it.
// Both by the clock and by the work of this process alone, which a busy machine slows less. Fails when the median of the
// work is above 10 ms.
const allowedMs = 10;
const rounds = 12;

const pictures = [...sampleModels, ...sampleHonorees].map((facts) => {
  const { code, kind, name, unitName, strands, award } = facts;
  const story: Story = {
    ...blankStory,
    id: code,
    kind,
    name,
    unitName,
    strands: [...strands],
    awardForm: award?.form ?? null,
    indicators: (facts.indicators ?? []).map(([indicator, before, after, unit]) => ({
      name: indicator,
      before,
      after,
      unit,
    })),
    sample: true,
  };
  return storyPicture(story);
});

const plain = new Renderer();
const nothing = {
  type: 'container',
  style: { width: '100%', height: '100%', backgroundColor: '#fff' },
} as const;

async function measure(work: () => Promise<Buffer>) {
  const start = performance.now();
  const before = process.cpuUsage();
  const { length } = await work();
  const { user, system } = process.cpuUsage(before);
  return { clockMs: performance.now() - start, workMs: (user + system) / 1000, bytes: length };
}

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const drawn: Awaited<ReturnType<typeof measure>>[] = [];
const empty: typeof drawn = [];
for (let round = 0; round < rounds; round += 1) {
  for (const picture of [...pictures, ...pictures.map(squareOf)]) {
    // Another seed each time: no two stories share a cloth.
    drawn.push(await measure(() => draw(sceneOf({ ...picture, seed: `${picture.seed}-${round}` }))));
    empty.push(await measure(() => plain.render(nothing, { ...imageSize, format: 'png' })));
  }
}

for (const by of ['workMs', 'clockMs'] as const) {
  const [ms, emptyMs] = [drawn, empty].map((each) => median(each.map((one) => one[by])));
  console.log(
    `${by}: median ${ms?.toFixed(1)}, an empty image ${emptyMs?.toFixed(1)}, ${((ms ?? 0) / (emptyMs ?? 1)).toFixed(1)} times`,
  );
}
console.log(
  `${drawn.length} images, at most ${Math.ceil(Math.max(...drawn.map(({ bytes }) => bytes)) / 1024)} KB`,
);
process.exitCode = median(drawn.map(({ workMs }) => workMs)) <= allowedMs ? 0 : 1;
