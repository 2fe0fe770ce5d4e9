import { maxFileBytes } from '../../definitions/uploaded-file.ts';
import { isTooHuge } from '../picture-size.ts';

/** Lengths of the long side to try, in pixels, largest first: 3,000 shows an A4 page at 250 dots an inch. */
const longSides = [3_000, 2_400, 1_600] as const;
const quality = 0.85;

/** Runs `use` with the picture of a file; throws if this browser cannot open the file. */
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

/** Draws a picture upright with its long side limited. Null if the device lacks memory. */
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
  // Safari frees the memory of a canvas only when its size is zero.
  canvas.width = 0;
  canvas.height = 0;
  return blob;
}

/**
 * Converts a photo to an upright JPEG of at most 4 MB, its long side at most 3,000 pixels. Undefined if this browser or device
 * cannot open it or it has more pixels than the server accepts. Never throws.
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
