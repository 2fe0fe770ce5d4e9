import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { fileOfTool, installTool } from '../../scripts/tools/install-tool.ts';

const folder = 'scripts/tools';
const tools = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const read = (tool: string, file: string): unknown =>
  JSON.parse(readFileSync(join(folder, tool, file), 'utf8'));

const packageSchema = z.strictObject({
  private: z.literal(true),
  dependencies: z.record(z.string(), z.string()),
});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), integrity: z.string().optional() }),
  ),
});

for (const { name } of tools)
  test(`the tool ${name} is pinned, with all that it brings`, () => {
    const { dependencies } = packageSchema.parse(read(name, 'package.json'));
    const { packages } = lockSchema.parse(read(name, 'package-lock.json'));
    for (const [dependency, version] of Object.entries(dependencies)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
      expect(packages[`node_modules/${dependency}`]?.version).toBe(version);
    }
    const { '': root, ...brought } = packages;
    expect(root).toBeDefined();
    expect(Object.entries(brought).filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });

test('a tool that was fetched once is there without a network', async () => {
  const first = await installTool('biome');
  const { PATH } = process.env;
  // Without npm on the way, nothing can be fetched.
  process.env.PATH = '/nowhere';
  try {
    expect(await installTool('biome')).toBe(first);
    expect(await fileOfTool('biome', '@biomejs/biome/package.json')).toContain(first);
  } finally {
    process.env.PATH = PATH;
  }
});

test('the rules of the linter are those of the version that runs', () => {
  const { dependencies } = packageSchema.parse(read('biome', 'package.json'));
  expect(readFileSync('.biome.json', 'utf8')).toContain(
    `https://biomejs.dev/schemas/${dependencies['@biomejs/biome']}/schema.json`,
  );
});
