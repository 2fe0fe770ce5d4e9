import { createRequire } from 'node:module';
import { fileOfTool } from '../tools/install-tool.ts';

/** Autocannon, which makes the load of the benches: fetched when the first of them runs. Throws ToolError. */
export const autocannon: typeof import('autocannon') = createRequire(import.meta.url)(
  await fileOfTool('autocannon', 'autocannon'),
);
