import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { expect, test } from '../../../fixtures/back-office.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

const run = promisify(execFile);

/** A copy of the project with one form more: its file, and its line in the registry. Nothing else is touched. */
async function copyWithForm(root: string): Promise<void> {
  for (const folder of ['src', 'content', 'functions', 'scripts']) {
    await cp(folder, join(root, folder), { recursive: true });
  }
  const fixture = 'tests/fixtures/added-form';
  await mkdir(join(root, fixture), { recursive: true });
  await cp(`${fixture}/probe.ts`, join(root, fixture, 'probe.ts'));
  await cp('package.json', join(root, 'package.json'));
  await symlink(resolve('node_modules'), join(root, 'node_modules'));
  const form = await readFile(`${fixture}/goi-y-thu.ts`, 'utf8');
  const folder = join(root, 'src/filing/definitions');
  await writeFile(
    join(folder, 'goi-y-thu.ts'),
    form.replaceAll('../../../src/filing/definitions/', './').replaceAll('../../../src/', '../../'),
  );
  const registry = await readFile(join(folder, 'registry.ts'), 'utf8');
  const added = registry.replace(/,?\s*\] as const/, ', goiYThu] as const');
  await writeFile(join(folder, 'registry.ts'), `import { goiYThu } from './goi-y-thu.ts';\n${added}`);
}

const resultSchema = z.object({
  choices: z.array(z.string()),
  pages: z.array(z.string()),
  fields: z.array(z.string()),
  status: z.number(),
  receipt: z.looseObject({ code: z.string().optional() }),
});

test('a form is added by its file and its line in the registry', async ({ databaseUrl, standIn, staff }) => {
  const folder = await temporaryFolder();
  await copyWithForm(folder.path);
  const answers = {
    submissionKey: crypto.randomUUID(),
    idea: 'Một gợi ý để thử.',
    unitCode: 'so-noi-vu',
    contactName: 'Người thử',
    contactEmail: 'thu@example.vn',
    attest: true,
    contactConsent: true,
    storageNotice: true,
  };
  const { stdout } = await run(
    process.execPath,
    ['tests/fixtures/added-form/probe.ts', 'goi-y-thu', JSON.stringify(answers)],
    {
      cwd: folder.path,
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        AIRTABLE_ENDPOINT_URL: standIn.url,
        AIRTABLE_BASE_ID: 'appLocal0000000000',
        AIRTABLE_TOKEN: 'local',
        RECEIPT_SECRET: 'a secret that only this test knows, long enough',
      },
    },
  );
  await folder.remove();
  const line = stdout.split('\n').find((one) => one.startsWith('RESULT ')) ?? '';
  const result = resultSchema.parse(JSON.parse(line.slice('RESULT '.length)));
  expect(result.choices).toContain('Gợi ý một việc thử');
  expect(result.pages).toEqual(['Gợi ý thử']);
  expect(result.fields).toContain('idea');
  expect(result.receipt).toHaveProperty('code');
  expect(result.status).toBe(201);
  const [row] = await staff.rows('Gợi ý thử');
  expect(row?.fields).toMatchObject({
    'Mã hồ sơ': result.receipt.code,
    'Gợi ý thử': 'Một gợi ý để thử.',
    'Trạng thái': 'Mới tiếp nhận',
  });
});
