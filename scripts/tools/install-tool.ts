import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

/** A heavy package that one command or one test needs: a folder here with its `package.json` and the lock file that pins it. */
export type Tool =
  | 'astro-check'
  | 'autocannon'
  | 'biome'
  | 'chromium-109'
  | 'knip'
  | 'lighthouse'
  | 'netlify'
  | 'open-data'
  | 'prettier';

const store = resolve('.local/tools');
const described = ['package.json', 'package-lock.json'];

class ToolError extends Error {
  override readonly name = 'ToolError';
}

/** Installs what is described in a folder. No script of a package runs. */
async function install(folder: string): Promise<void> {
  const words = ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn('npm', words, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  });
  const [said, [code]] = await Promise.all([text(npm.stderr), once(npm, 'close')]);
  if (code !== 0)
    throw new ToolError(`${folder} was not installed. It is fetched once, from npm’s registry:\n${said}`);
}

/**
 * The folder of a tool, with its `node_modules`. It is fetched when it is first asked for and stays in `.local/tools`, so that it is
 * there without a network afterwards. A changed lock file fetches it anew. Several processes may ask at once. Throws ToolError.
 */
export async function installTool(tool: Tool): Promise<string> {
  const from = resolve('scripts/tools', tool);
  const digest = createHash('sha256');
  for (const file of described) digest.update(await readFile(join(from, file)));
  const folder = join(store, `${tool}-${digest.digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.${process.pid}`;
  await mkdir(part, { recursive: true });
  try {
    for (const file of described) await cp(join(from, file), join(part, file));
    await install(part);
    // Another process may have been first: its copy is the same.
    await rename(part, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  return folder;
}

/** The file of a package that a tool brings, as an import of that tool would find it. Throws ToolError. */
export async function fileOfTool(tool: Tool, specifier: string): Promise<string> {
  return createRequire(join(await installTool(tool), 'package.json')).resolve(specifier);
}
