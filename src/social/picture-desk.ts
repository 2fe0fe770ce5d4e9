import { imageName } from './image-file.ts';
import { keepImage } from './kept-images.ts';
import type { Picture } from './picture.ts';

/** The renderer works on threads of its own: as many at once as keep them busy. */
const atOnce = 2;

/** Draws the pictures that the pages of a build name, while the next pages are still being written. */
export class PictureDesk {
  /** Where images outlive the build. */
  readonly #folder: string;
  /** Names of files. */
  readonly #asked = new Set<string>();
  readonly #waiting: Picture[] = [];
  readonly #drawers: Promise<void>[] = [];
  #drawing = 0;

  /** @param folder where images are kept from build to build */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Has a picture drawn, once however often it is asked for. */
  ask(picture: Picture): void {
    const name = `${imageName(picture)}.png`;
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    this.#waiting.push(picture);
    if (this.#drawing >= atOnce) return;
    const drawer = this.#draw();
    // Whoever finishes hears of a fault; until then it waits.
    drawer.catch(() => undefined);
    this.#drawers.push(drawer);
  }

  async #draw(): Promise<void> {
    this.#drawing += 1;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift())
      await keepImage(next, this.#folder);
    this.#drawing -= 1;
  }

  /** Waits for all that was asked for and returns the names of the files. Rejects when a picture could not be drawn. */
  async finish(): Promise<ReadonlySet<string>> {
    await Promise.all(this.#drawers);
    return this.#asked;
  }
}

declare global {
  /** The desk of the build of this process: pages are written by a bundle that shares no module with the integrations. */
  var pictureDesk: PictureDesk | undefined;
}
