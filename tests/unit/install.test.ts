import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { importGraph } from '../fixtures/import-graph.ts';

// `.npmrc` keeps npm silent but for errors, because it judges the packages by whatever Node runs npm. These tests say what it
// would have said of the Node that runs the project.

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ deprecated: z.string().optional(), hasInstallScript: z.boolean().default(false) }),
  ),
});
const packageSchema = z.object({
  allowScripts: z.record(z.string(), z.boolean()),
  dependencies: z.record(z.string(), z.string()),
  scripts: z.record(z.string(), z.string()),
});

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
  // The project itself, which has no path, runs one too.
  const running = Object.entries(packages).filter(([path, facts]) => path !== '' && facts.hasInstallScript);
  expect(Object.keys(allowScripts)).toEqual(expect.arrayContaining(running.map(([path]) => nameOf(path))));
});

test('an install leaves the lock file as it is', () => {
  const { scripts } = packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const runsOne = ['preinstall', 'install', 'postinstall'].some((name) => name in scripts);
  // npm writes this where it lacks.
  expect(packages['']?.hasInstallScript).toBe(runsOne);
});

test('a build, the functions and npm run migrate need no package of development', () => {
  const { dependencies } = packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const files = [
    ...globSync('{src,functions}/**/*.{ts,astro}'),
    'astro.config.mjs',
    'scripts/migrate.ts',
    'scripts/local-system/migrations.ts',
  ];
  const known = new Set(files);
  const graph = importGraph(files);
  const missing = [...graph].flatMap(([file, { packages, browserPackages }]) =>
    [...packages, ...browserPackages]
      .filter((name) => !isBuiltin(name) && !name.startsWith('astro:'))
      .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
      .filter((name) => !(name in dependencies))
      .map((name) => `${file}: ${name}`),
  );
  expect(missing).toEqual([]);
  // The command reaches no file beyond these.
  for (const file of files.filter((one) => one.startsWith('scripts/')))
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']*)'/g))
      expect(known.has(join(dirname(file), path)), `${file}: ${path}`).toBe(true);
});

test('an install takes at most 600 MB', () => {
  test.skip(process.platform !== 'linux', 'other systems bring other binaries');
  const { stdout } = spawnSync('du', ['-sm', '--exclude=.cache', 'node_modules'], { encoding: 'utf8' });
  expect(Number.parseInt(stdout, 10)).toBeLessThan(600);
});
