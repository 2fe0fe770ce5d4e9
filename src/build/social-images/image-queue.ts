import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { imageName } from './image-file.ts';
import type { Picture } from './picture.ts';

/**
 * Draws the pictures that the pages of a build name, while the next pages are still being written: on a thread of its own, for a
 * third of the work would hold up the pages.
 */
export class PictureDesk {
  /** Where images outlive the build. */
  readonly #folder: string;
  /** Names of files. */
  readonly #asked = new Set<string>();
  #worker: Worker | undefined;
  #fault: unknown;

  /** @param folder where images are kept from build to build */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Has a picture drawn, once however often it is asked for. */
  ask(picture: Picture): void {
    const name = `${imageName(picture)}.png`;
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    this.#worker ??= this.#start();
    this.#worker.postMessage(picture);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./image-worker.ts', import.meta.url), { workerData: this.#folder });
    // A build that failed does not wait for its pictures.
    worker.unref();
    worker.on('error', (fault) => {
      this.#fault = fault;
    });
    return worker;
  }

  /** Waits for all that was asked for and returns the names of the files. Rejects when a picture could not be drawn. */
  async finish(): Promise<ReadonlySet<string>> {
    const worker = this.#worker;
    this.#worker = undefined;
    if (worker && !this.#fault) {
      worker.ref();
      const gone = once(worker, 'exit');
      worker.postMessage(null);
      await gone;
    }
    if (this.#fault) throw this.#fault;
    return this.#asked;
  }
}

declare global {
  /** The desk of the build of this process: pages are written by a bundle that shares no module with the integrations. */
  var pictureDesk: PictureDesk | undefined;
}
