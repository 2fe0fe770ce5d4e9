import { isTooHuge } from '../picture-size.ts';
import { maxFileBytes } from '../../definitions/uploaded-file.ts';

/** Longest sides to try, in pixels, largest first: 3,000 shows an A4 page at 250 dots an inch. */
const longSides = [3_000, 2_400, 1_600] as const;
const quality = 0.85;

/** Runs `use` with the picture of a file; throws where this browser cannot open it. */
async function withPicture<Made>(
  file: Blob,
  use: (picture: HTMLImageElement) => Promise<Made>,
): Promise<Made> {
  const address = URL.createObjectURL(file);
  try {
    const picture = new Image();
    await new Promise((resolve, reject) => {
      picture.addEventListener('load', resolve);
      picture.addEventListener('error', reject);
      picture.src = address;
    });
    return await use(picture);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Draws a picture upright with its longest side no longer than this. Null where the device has not enough memory. */
async function drawn(picture: HTMLImageElement, longSide: number): Promise<Blob | null> {
  const { naturalWidth, naturalHeight } = picture;
  const scale = Math.min(1, longSide / Math.max(naturalWidth, naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  // A JPEG has no transparency.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  // Safari keeps the memory of a canvas until it has no points.
  canvas.width = 0;
  canvas.height = 0;
  return blob;
}

/**
 * A photo as a JPEG of at most 4 MB, upright, its long side at most 3,000 pixels. Undefined where this browser or device
 * cannot open it, and for more points than the server takes. Never throws.
 */
export async function fitPhoto(file: File): Promise<File | undefined> {
  try {
    return await withPicture(file, async (picture) => {
      if (picture.naturalWidth === 0 || isTooHuge(picture.naturalWidth, picture.naturalHeight))
        return undefined;
      for (const longSide of longSides) {
        const blob = await drawn(picture, longSide);
        if (!blob) return undefined;
        const name = `${file.name.replace(/\.\w{1,5}$/, '')}.jpg`;
        if (blob.size <= maxFileBytes) return new File([blob], name, { type: 'image/jpeg' });
      }
      return undefined;
    });
  } catch {
    return undefined;
  }
}
