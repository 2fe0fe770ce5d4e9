import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import ts from 'typescript';

/** Functions that take `unknown` and check it. */
const checks = /(?:^|\.)(?:parse|safeParse|(?:read|is)[A-Z]\w*)$/;

const isUnknown = (type: ts.TypeNode | undefined): boolean =>
  /^(?:Promise<)?unknown>?$/.test(type?.getText() ?? '');

const declares = (node: ts.Node): node is ts.SignatureDeclaration | ts.VariableDeclaration =>
  ts.isFunctionLike(node) || ts.isVariableDeclaration(node);

/** Whether the JSON that an expression yields is checked at once, or is `unknown` for whoever gets it. */
function isChecked(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isAwaitExpression(parent) || ts.isParenthesizedExpression(parent)) return isChecked(parent);
  if (ts.isCallExpression(parent)) return checks.test(parent.expression.getText());
  if (ts.isExpressionStatement(parent)) return true;
  if (ts.isConditionalExpression(parent)) return isChecked(parent);
  if (ts.isVariableDeclaration(parent)) return isUnknown(parent.type);
  if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent))
    return isUnknown(ts.findAncestor(parent, declares)?.type);
  return false;
}

const yieldsJson = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  (node.expression.getText() === 'JSON.parse' ||
    (node.arguments.length === 0 && node.expression.getText().endsWith('.json')));

/** The code of a file; of a component, its frontmatter and its scripts. */
function codeOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.astro')) return text;
  const scripts = [...text.matchAll(/<script(?![^>]*is:inline)[^>]*>([\s\S]*?)<\/script>/g)];
  return [/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '', ...scripts.map(([, code]) => code)].join('\n');
}

function faultsIn(file: string, code: string): string[] {
  const faults: string[] = [];
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (yieldsJson(node) && !isChecked(node)) faults.push(`${file}: ${node.parent.getText().slice(0, 80)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

test('JSON that comes in is checked before it is used', () => {
  const files = globSync('{src,functions,scripts}/**/*.{ts,astro}');
  expect(files.flatMap((file) => faultsIn(file, codeOf(file)))).toEqual([]);
});

test('the check finds JSON that goes on unchecked', () => {
  const faulty = [
    'const rows: Row[] = JSON.parse(text);',
    'const { ids } = await reply.json();',
    'const load = async (): Promise<Row[]> => reply.json();',
    'show(JSON.parse(text));',
  ];
  for (const code of faulty) expect(faultsIn('a.ts', code), code).toHaveLength(1);
  const sound = [
    'const rows: unknown = JSON.parse(text);',
    'schema.parse(await reply.json());',
    'function read(text: string): unknown { try { return JSON.parse(text); } catch { return null; } }',
  ];
  for (const code of sound) expect(faultsIn('a.ts', code), code).toEqual([]);
});
