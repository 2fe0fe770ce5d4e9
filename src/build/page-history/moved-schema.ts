import { z } from 'zod';
import data from '../../../content/moved.json' with { type: 'json' };

const path = z.string().regex(/^\/(?:[^\s/]+\/)*$/);

/** Addresses that editors gave up, each with the address that replaces it: content/moved.json. */
export const moved = z
  .strictObject({ moved: z.array(z.strictObject({ from: path, to: path })) })
  .parse(data).moved;
