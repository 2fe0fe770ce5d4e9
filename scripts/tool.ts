import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { installTool } from './tools/install-tool.ts';

// `node scripts/tool.ts <biome|knip> …`: runs a tool of `scripts/tools/`, fetched when it is first needed. Further words are for the tool.
const [, , name, ...words] = process.argv;
const tool = z.enum(['biome', 'knip']).parse(name);
const program = join(await installTool(tool), 'node_modules/.bin', tool);
const { status, error } = spawnSync(program, words, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (error) throw error;
process.exitCode = status ?? 1;
