import type { Scene } from './draw.ts';
import type { Pixels } from './pattern-pixels.ts';
import type { Picture } from './picture.ts';
import { imageSize, scene } from './scene.ts';
import { squareScene, squareSide } from './square-scene.ts';

/** How a picture is drawn, wide or as a square. `photo` and `grain`: see `scene`. */
export const sceneOf = (picture: Picture, photo: Pixels | null = null, grain?: number): Scene =>
  picture.isSquare
    ? { tree: squareScene(picture, grain), width: squareSide, height: squareSide }
    : { tree: scene(picture, photo, grain), ...imageSize };
