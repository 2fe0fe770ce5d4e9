import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { fileOfTool, installTool } from './tools/install-tool.ts';

// `node scripts/tool.ts <astro-check|biome|knip|prettier> …`: runs a tool of `scripts/tools/`, fetched when it is first needed. Further words are for the tool.
const [, , name, ...words] = process.argv;
const tool = z.enum(['astro-check', 'biome', 'knip', 'prettier']).parse(name);
const program = join(await installTool(tool), 'node_modules/.bin', tool);
// Prettier would look for its plugin among the packages of the project.
const plugins =
  tool === 'prettier' ? [`--plugin=${await fileOfTool('prettier', 'prettier-plugin-astro')}`] : [];
const { status, error } = spawnSync(program, [...plugins, ...words], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (error) throw error;
process.exitCode = status ?? 1;
