import { createHash } from 'node:crypto';
import type { ShownContent } from '../content.ts';

/** SHA-256, in hex, of a content as JSON. */
export const contentDigest = (content: ShownContent): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');
