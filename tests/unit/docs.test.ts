import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { settingNames } from '../../src/platform/env.ts';
import { projectPaths, readDocument } from '../fixtures/documents.ts';

const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync('docs/**/*.md')].map(
  readDocument,
);
const textOf = (path: string): string => readFileSync(path, 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(textOf('package.json')));

test('every link within the project leads to a file and a heading that are there', () => {
  const anchors = new Map(documents.map((document) => [document.path, document.anchors]));
  const faults = documents.flatMap(({ path, links }) =>
    links
      .filter((link) => !/^(https?|mailto):/.test(link))
      .filter((link) => {
        const [target = '', anchor] = link.split('#');
        const file = target === '' ? path : join(dirname(path), target);
        if (file.startsWith('..') || !existsSync(file)) return true;
        return anchor !== undefined && !anchors.get(file)?.has(decodeURIComponent(anchor));
      })
      .map((link) => `${path}: ${link}`),
  );
  expect(faults).toEqual([]);
});

test('every file and folder that a document names is there', () => {
  const roots = new Set(projectPaths.map((path) => path.split('/')[0]));
  const looksLikeFile = /^[\w.[\]/-]+\.(ts|astro|mdx?|json|sql|toml|ya?ml|css|mjs)$/;
  const isNamedPath = (code: string) =>
    looksLikeFile.test(code) ||
    (/^[\w.[\]/-]+$/.test(code) && code.includes('/') && roots.has(code.split('/')[0]));
  const isThere = (code: string) => {
    const wanted = code.replace(/\/$/, '');
    return projectPaths.some((path) => path === wanted || path.endsWith(`/${wanted}`));
  };
  const named = documents.flatMap(({ path, code }) =>
    code
      .filter((written) => !written.startsWith('/') && !/N{2,}/.test(written) && isNamedPath(written))
      .map((written) => ({ path, written })),
  );
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter(({ written }) => !isThere(written))).toEqual([]);
});

test('every name of the code that a document names is in the code', () => {
  const sources = projectPaths.filter((path) =>
    /^(src|functions|scripts|content|netlify)\b.*\.\w+$|^[\w.]+\.(mjs|ts)$/.test(path),
  );
  const known = new Set(
    sources.flatMap((path) =>
      /\.(ts|astro|mjs|sql|json|mdx)$/.test(path) ? (textOf(path).match(/\w+/g) ?? []) : [],
    ),
  );
  const isName = (code: string) =>
    /^[a-z]+(?:[A-Z][a-z0-9]*)+$|^[a-z]+(?:_[a-z]+)+$|^(?:[A-Z][a-z]+){2,}$/.test(code);
  const named = documents.flatMap(({ path, code }) =>
    code.filter(isName).map((written) => ({ path, written })),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ written }) => !known.has(written))).toEqual([]);
});

test('every npm script that a document names exists, and each is explained in docs/commands.md', () => {
  const named = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => ({ path, script })),
  );
  expect(named.filter(({ script }) => !(script in scripts))).toEqual([]);
  const commands = textOf('docs/commands.md');
  const isExplained = (script: string) => new RegExp(`^\\| \`npm (run )?${script}( |\`)`, 'm').test(commands);
  expect(Object.keys(scripts).filter((script) => !isExplained(script))).toEqual([]);
});

test('the README is short enough to read before the first command', () => {
  expect(statSync('README.md').size).toBeLessThanOrEqual(6 * 1024);
});

test('no document leads to a place on someone’s machine', () => {
  const elsewhere = /(?:^|[\s"'`(])(?:\/(?:work|tmp|home|root|Users)\/|[A-Z]:\\)/m;
  expect(documents.filter(({ text }) => elsewhere.test(text)).map(({ path }) => path)).toEqual([]);
});

test('every file with a slot for the owner is named in the checklist', () => {
  const slot = /\[điền:\s|\[Điền:\s|cơ quan chủ quản xác nhận\]|\[to be supplied:\s/;
  const withSlots = globSync(['content/**/*.{mdx,json}', 'src/**/*.{ts,astro}', 'SECURITY.md']).filter(
    (path) => slot.test(textOf(path)),
  );
  expect(withSlots.length).toBeGreaterThan(5);
  const checklist = textOf('docs/owner-checklist.md');
  expect(withSlots.filter((path) => !checklist.includes(`\`${path}\``))).toEqual([]);
});

test('the example of the environment and the guide to deploying name every setting', () => {
  const example = textOf('.env.example');
  const guide = textOf('docs/deploy.md');
  expect(settingNames.length).toBeGreaterThan(10);
  for (const name of settingNames) {
    expect(example, '.env.example').toMatch(new RegExp(`^(# )?${name}=`, 'm'));
    expect(guide, 'docs/deploy.md').toContain(`\`${name}\``);
  }
  const named = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named.filter((name) => !settingNames.includes(name ?? ''))).toEqual([]);
});

test('every decision has a number of its own and the parts that a reader looks for', () => {
  const records = documents.filter(({ path }) => path.startsWith('docs/decisions/'));
  const numbers = records.map(({ path }) => /^docs\/decisions\/(\d{3})-[a-z0-9-]+\.md$/.exec(path)?.[1]);
  expect(numbers).not.toContain(undefined);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const [place, { path, text, anchors }] of records.entries()) {
    expect(text.startsWith(`# ${numbers[place]} · `), path).toBe(true);
    expect(text, path).toMatch(/^Status: (accepted|replaced by \d{3}), \d{1,2}\/\d{1,2}\/\d{4}/m);
    for (const part of ['context', 'decision', 'consequences', 'revisit-when'])
      expect([...anchors], path).toContain(part);
  }
});

test('the workflow runs the same command as the gate, with actions pinned to a commit', () => {
  const workflow = textOf('.github/workflows/ci.yml');
  expect(workflow).toContain('run: .ci/run');
  expect(textOf('.ci/run')).toMatch(/^npm install && npm test$/m);
  const actions = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
  expect(actions.length).toBeGreaterThan(1);
  expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
});
