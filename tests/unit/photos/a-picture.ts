import sharp from 'sharp';

/** A plain JPEG, made for the test. */
export const aJpeg = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#264' } })
    .jpeg()
    .toBuffer();

/** A JPEG as a phone writes it: turned by its EXIF orientation, with the place and the owner in it. */
export const aPhoneJpeg = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#642' } })
    .jpeg()
    .withExif({
      IFD0: { Copyright: 'SECRET OWNER' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 57/1 0/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
