import { StoryEngine, type StoryQuestion } from '../../../src/gallery/search/story-engine.ts';
import { Pagefind } from '../../../src/search/pagefind.ts';

const engine = new StoryEngine(new Pagefind());

/** Shows the first ten as a list does, and says how long it took from the question on and what was found. */
async function show(
  text: string,
  quick: boolean,
): Promise<{ ms: number; firstMs: number; ids: string[]; how: string }> {
  const start = performance.now();
  let firstMs = 0;
  const list = document.querySelector('ol');
  const paint = (names: string[]): void => {
    firstMs ||= performance.now() - start;
    list?.replaceChildren(
      ...names.map((name) => {
        const row = document.createElement('li');
        row.textContent = name;
        return row;
      }),
    );
  };
  const question: StoryQuestion = { text, count: 10, quick };
  let answer = await engine.ask(question, ({ found }) => paint(found.map(({ name }) => name)));
  // A slip is asked back: the reader clicks. Counted as found where the click shows the story.
  if (answer.meant && !quick) answer = await engine.ask({ ...question, text: answer.meant });
  paint(answer.found.map(({ name }) => name));
  return { ms: performance.now() - start, firstMs, ids: answer.found.map(({ id }) => id), how: answer.how };
}

Object.assign(window, { show });
