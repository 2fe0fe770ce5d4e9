import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { headersOf } from '../../src/build/security/header-rules.ts';
import { settingNames } from '../../src/platform/env.ts';
import { refusalResponse } from '../../src/server/http/refuse.ts';

const textOf = (path: string) => readFileSync(path, 'utf8');
const units = globSync('deploy/systemd/*').toSorted();
const proxies = ['deploy/proxy/nginx.conf', 'deploy/proxy/Caddyfile'];
const installed = textOf('deploy/install.sh');
const template = textOf('deploy/thi-dua.env');

/** Settings of a unit as `[section, name, value]`. */
const linesOf = (path: string): [string, string, string][] => {
  let section = '';
  return textOf(path)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line): [string, string, string][] => {
      const head = /^\[(\w+)\]$/.exec(line)?.[1];
      if (head !== undefined) section = head;
      const [name = '', ...value] = line.split('=');
      return head === undefined ? [[section, name, value.join('=')]] : [];
    });
};
const valuesOf = (path: string, wanted: string) =>
  linesOf(path).flatMap(([, name, value]) => (name === wanted ? [value] : []));

test('every unit starts a script that is there, in the folder and with the settings that the installer makes', () => {
  expect(units.length).toBeGreaterThan(6);
  for (const unit of units.filter((path) => path.endsWith('.service'))) {
    const [start = ''] = valuesOf(unit, 'ExecStart');
    const [, script = ''] = /^@NODE@ (scripts\/[\w-]+\.ts)/.exec(start) ?? [];
    expect(existsSync(script), `${unit}: ${start}`).toBe(true);
    expect(valuesOf(unit, 'WorkingDirectory')).toEqual(['/opt/thi-dua/current']);
    expect(valuesOf(unit, 'EnvironmentFile')).toEqual(['/etc/thi-dua/env']);
    for (const [name, value] of [
      ['NoNewPrivileges', 'yes'],
      ['ProtectSystem', 'strict'],
      ['User', 'thi-dua'],
    ] as const)
      expect(valuesOf(unit, name), `${unit} ${name}`).toEqual([value]);
    expect(valuesOf(unit, 'MemoryMax'), unit).toHaveLength(1);
  }
});

test('a build keeps everything where the unit of the builder lets it write', () => {
  const [, cache = ''] = /^BUILD_CACHE=(.+)$/m.exec(template) ?? [];
  const [writable = ''] = valuesOf('deploy/systemd/thi-dua-builder.service', 'ReadWritePaths');
  expect(writable.split(' ').some((folder) => cache.startsWith(`${folder}/`))).toBe(true);
  const code = "console.log((await import('./src/gallery/photos/cache.ts')).photoCache)";
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    env: { ...process.env, BUILD_CACHE: cache },
  });
  expect(stdout).toContain(`${cache}/`);
  const others = globSync('{src,functions}/**/*.{ts,astro}').filter((file) =>
    textOf(file).includes('node_modules/.cache'),
  );
  expect(others, 'the default of BUILD_CACHE alone').toEqual([join('src', 'platform', 'env.ts')]);
});

test('the units of the server share its roles between them, each with a port of its own for monitors', () => {
  const environments = units.flatMap((unit) => valuesOf(unit, 'Environment'));
  const of = (name: string) =>
    environments.flatMap((line) => new RegExp(`${name}=(\\S+)`).exec(line)?.[1] ?? []);
  expect(of('SERVE_ROLES').toSorted()).toEqual(['builder', 'site', 'sync']);
  expect(new Set(of('INTERNAL_PORT')).size).toBe(3);
  for (const port of of('INTERNAL_PORT')) expect(installed).toContain(`is_ready ${port}`);
  const servers = units.filter((unit) => valuesOf(unit, 'Environment').length > 0);
  // The server gives itself 15 seconds (src/server/serve.ts).
  for (const unit of servers) expect(Number(valuesOf(unit, 'TimeoutStopSec')[0])).toBeGreaterThan(15);
  for (const name of [...environments.join(' ').matchAll(/(\w+)=/g)].map(([, found]) => found))
    expect([...settingNames, 'NODE_ENV']).toContain(name);
});

test('a unit of the server never gives up', () => {
  for (const unit of units.filter((path) => valuesOf(path, 'Type')[0] === 'simple')) {
    expect(valuesOf(unit, 'Restart'), unit).toEqual(['always']);
    expect(valuesOf(unit, 'StartLimitIntervalSec'), unit).toEqual(['0']);
    expect(valuesOf(unit, 'StartLimitBurst'), unit).toEqual([]);
  }
});

test('a unit or timer that another one, the installer or the runbook names is there', () => {
  const names = new Set(units.map((path) => basename(path)));
  const known = new Set([...names, ...[...names].map((name) => name.replace(/\.\w+$/, ''))]);
  const texts = [...units, 'deploy/install.sh', 'docs/own-machine.md', 'docs/van-hanh-2-gio-sang.md'];
  for (const path of texts)
    for (const [named] of textOf(path).matchAll(
      /\bthi-dua-[a-z]+(?:\.(?:service|timer))?(?![\w.-])|\bthi-dua\.socket/g,
    ))
      if (!/-(?:access|error)$/.test(named)) expect([...known], path).toContain(named);
});

test('the template of settings names settings that exist, leaves the roles to the units and keeps no secret', () => {
  const named = [...template.matchAll(/^(?:# )?([A-Z][A-Z_\d]+)=/gm)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(12);
  // Node itself reads the last one.
  const known = [...settingNames, 'NODE_EXTRA_CA_CERTS'];
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
  for (const name of ['SERVE_ROLES', 'INTERNAL_PORT', 'HOST', 'PORT']) expect(named).not.toContain(name);
  expect(template).toMatch(/^RECEIPT_SECRET=$/m);
  expect(template).toMatch(/^RECEIPT_SIGNING_KEY=$/m);
  const folders = [...template.matchAll(/=(\/var\/\w+\/thi-dua)/g)].map(([, folder = '']) => folder);
  for (const folder of folders)
    expect(
      units.some((unit) => valuesOf(unit, 'ReadWritePaths').join(' ').includes(folder)),
      folder,
    ).toBe(true);
});

test('both proxies send files with the headers that the server gives them', async () => {
  for (const path of proxies) {
    const text = textOf(path);
    for (const address of ['/', '/_astro/a.js', '/anh/a.png'])
      for (const [name, value] of Object.entries(headersOf(address))) {
        expect(text, path).toContain(`"${value}"`);
        expect(text, path).toContain(name);
      }
    expect(text, path).toContain('"public, max-age=0, must-revalidate"');
    expect(text).toContain(valuesOf('deploy/systemd/thi-dua.socket', 'ListenStream')[0]);
  }
  const nginx = textOf('deploy/proxy/nginx.conf');
  for (const status of [400, 405, 413] as const)
    expect(nginx).toContain(`${status} '${await refusalResponse(status).text()}';`);
});

test('both proxies leave every path of a function to the server', () => {
  const paths = globSync('functions/*.ts').flatMap((file) =>
    [
      ...(textOf(file).match(/^ {0,4}(?:export const config.*)?path: .*$/m)?.[0] ?? '').matchAll(
        /'(\/[^']*)'/g,
      ),
    ].map(([, path = '']) => path),
  );
  expect(paths.length).toBeGreaterThan(15);
  const [nginx = '', caddy = ''] = proxies.map(textOf);
  const folders = /location ~ \^\/\(([^)]+)\)\/ \{/.exec(nginx)?.[1]?.split('|') ?? [];
  const pages = /location ~ \^\/\(([^)]+)\)\/\?\$ \{/.exec(nginx)?.[1]?.split('|') ?? [];
  const matched = (/@site path (.*)/.exec(caddy)?.[1] ?? '').split(' ');
  for (const path of paths) {
    const folder = folders.find((name) => path.startsWith(`/${name}/`));
    const isBelow = folder !== undefined;
    expect(isBelow || pages.includes(path.replace(/^\/|\/$/g, '')), `nginx.conf: ${path}`).toBe(true);
    expect(matched, 'Caddyfile').toContain(isBelow ? `/${folder}/*` : path);
  }
});

test('a file that the kit names is there', () => {
  for (const path of [
    ...proxies,
    ...units,
    'deploy/install.sh',
    'deploy/pgbouncer.ini',
    'deploy/thi-dua.env',
  ])
    for (const [named] of textOf(path).matchAll(/(?:tests|docs|src|scripts)\/[\w./-]*\w/g))
      expect(existsSync(named), `${path}: ${named}`).toBe(true);
});

test('PgBouncer pools by transaction, and lets leaders hold theirs', () => {
  const text = textOf('deploy/pgbouncer.ini');
  expect(text).toMatch(/^pool_mode = transaction$/m);
  expect(text).toMatch(/^idle_transaction_timeout = 0$/m);
  expect(text).not.toContain('ignore_startup_parameters');
});
