import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { type Node, Renderer } from '@takumi-rs/core';
import { family, signsFamily } from './scene.ts';

/** The renderer rejected a font face. Without this error it would silently draw empty boxes for the letters. */
class MissingFaceError extends Error {
  override readonly name = 'MissingFaceError';
}

// The site's faces are files of a package. They are resolved from the project's folder, because the build bundles this module.
const require = createRequire(`${process.cwd()}/package.json`);
const faces = [
  {
    name: family,
    weight: 400,
    path: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  },
  {
    name: family,
    weight: 600,
    path: require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
  },
  {
    name: family,
    weight: 700,
    path: require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
  },
  { name: signsFamily, weight: 400, path: resolve('src/platform/fonts/DejaVuSans.ttf') },
] as const;

/** A renderer that has the site's faces. Throws MissingFaceError. */
export async function rendererWithFaces(): Promise<Renderer> {
  const renderer = new Renderer();
  for (const { name, weight, path } of faces) {
    const taken = await renderer.registerFont({ name, weight, data: await readFile(path) });
    const isTaken = taken.some(({ faces: [face] }) => face?.weight === weight);
    if (!isTaken) throw new MissingFaceError(`${path} is not a face that the renderer can read.`);
  }
  return renderer;
}

let renderer: Promise<Renderer> | undefined;

/** What is drawn, and how large in pixels. */
export interface Scene {
  tree: Node;
  width: number;
  height: number;
}

/** The PNG of a scene. Throws MissingFaceError, or the renderer's own error. */
export async function draw({ tree, width, height }: Scene): Promise<Buffer<ArrayBuffer>> {
  renderer ??= rendererWithFaces();
  return (await renderer).render(tree, { width, height, format: 'png', lang: 'vi' });
}
