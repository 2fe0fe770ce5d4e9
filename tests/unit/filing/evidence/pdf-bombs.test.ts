import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { maxFileBytes } from '../../../../src/filing/definitions/uploaded-file.ts';
import { pdfBombs } from '../../../fixtures/hostile/pdf-bombs.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

const measureSchema = z.object({ seconds: z.number(), memory: z.number(), isTaken: z.boolean() });

const checker = 'tests/fixtures/hostile/check-apart.ts';

/** Meant: 0.3 s of the processor and 150 MB for each; with room for a slow machine, and for all in one process. */
const mostSeconds = 1.5;
const mostBytes = 256 * 1024 * 1024;

test('no PDF of 4 MB keeps the server busy or fills its memory, whatever it unfolds to', async () => {
  const folder = await temporaryFolder();
  const names = Object.keys(pdfBombs);
  const paths = names.map((_, index) => join(folder.path, `${index}.pdf`));
  for (const [index, make] of Object.values(pdfBombs).entries()) {
    const bytes = make();
    expect(bytes.length, names[index]).toBeLessThanOrEqual(maxFileBytes);
    await writeFile(paths[index] ?? '', bytes);
  }
  const { stdout } = await promisify(execFile)(process.execPath, [checker, ...paths]);
  const measures = stdout
    .trim()
    .split('\n')
    .map((line) => measureSchema.parse(JSON.parse(line)));
  expect(measures).toHaveLength(names.length);
  for (const [index, { seconds, memory }] of measures.entries()) {
    if (process.env.SHOW_MEASURES) console.log(names[index], measures[index]);
    expect(seconds, names[index]).toBeLessThan(mostSeconds);
    expect(memory, names[index]).toBeLessThan(mostBytes);
  }
  await folder.remove();
});
