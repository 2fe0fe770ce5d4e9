import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';

// `.npmrc` keeps npm silent but for errors, because it judges the packages by whatever Node runs npm. These tests say what it
// would have said of the Node that runs the project.

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ deprecated: z.string().optional(), hasInstallScript: z.boolean().default(false) }),
  ),
});
const packageSchema = z.object({ allowScripts: z.record(z.string(), z.boolean()) });

const { packages } = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('npm has no warning of an install on the Node that runs the project', () => {
  const npm = spawnSync('npm', ['ci', '--dry-run', '--offline', '--loglevel=warn'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) },
  });
  expect(npm.stderr).toBe('');
  expect(npm.status).toBe(0);
});

test('no package that is installed is deprecated', () => {
  const deprecated = Object.entries(packages).filter(([, facts]) => facts.deprecated !== undefined);
  expect(deprecated).toEqual([]);
});

test('every package that runs a script as it is installed is named in package.json', () => {
  const { allowScripts } = packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const running = Object.entries(packages).filter(([, facts]) => facts.hasInstallScript);
  expect(Object.keys(allowScripts)).toEqual(expect.arrayContaining(running.map(([path]) => nameOf(path))));
});
