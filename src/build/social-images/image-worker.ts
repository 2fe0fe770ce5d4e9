import { mkdir } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { keepImage } from './image-cache.ts';
import type { Picture } from './picture.ts';

// The thread of PictureDesk: takes pictures until it is told `null`, and ends when all are in the folder `workerData`.

/** The renderer works on threads of its own: as many at once as keep them busy. */
const atOnce = 2;
const folder = String(workerData);
const waiting: Picture[] = [];
let drawing = 0;

async function drawWaiting(): Promise<void> {
  drawing += 1;
  await mkdir(folder, { recursive: true });
  for (let next = waiting.shift(); next; next = waiting.shift()) await keepImage(next, folder);
  drawing -= 1;
}

parentPort?.on('message', (picture: Picture | null) => {
  if (picture === null) {
    parentPort?.close();
    return;
  }
  waiting.push(picture);
  if (drawing < atOnce) void drawWaiting();
});
