import { readdir, readFile } from 'node:fs/promises';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from '@playwright/test';
import { checkFile } from '../../../../src/filing/evidence/server/check-file.ts';
import { aPdf } from '../../../fixtures/evidence.ts';
import { activeObjects, harmlessObjects, placed, placedUsually } from '../../../fixtures/hostile/pdfs.ts';

const outcome = (bytes: Uint8Array<ArrayBuffer>) => {
  const checked = checkFile('tệp.pdf', bytes);
  return checked.ok ? 'taken' : checked.message;
};

for (const object of activeObjects)
  test(`refused in every place and packing: ${object}`, () => {
    for (const file of placed(object))
      expect(outcome(file), Buffer.from(file).toString('latin1')).toMatch(/mã lệnh|mạng nội bộ/);
  });

test('a PDF that only looks active is accepted, in every packing', () => {
  for (const object of harmlessObjects)
    for (const file of placedUsually(object))
      expect(outcome(file), Buffer.from(file).toString('latin1')).toBe('taken');
});

test('files of real devices are taken as they are', async () => {
  const folder = 'tests/fixtures/cases';
  const names = (await readdir(folder)).filter((name) => name.endsWith('.pdf'));
  expect(names.length).toBeGreaterThanOrEqual(3);
  for (const name of names) {
    const bytes = new Uint8Array(await readFile(`${folder}/${name}`));
    const checked = checkFile(name, bytes);
    expect(checked, name).toMatchObject({ ok: true, facts: { kind: 'pdf', bytes: bytes.length } });
  }
});

/** What stands before or behind a sound file. */
const around: readonly (readonly [before: string, behind: string | Buffer])[] = [
  ['\ufeff', '\n'],
  ['\r\n\r\n', '\r\n'.repeat(2_000)],
  ['Content-Type: application/pdf\r\n\r\n', `\n--\nThư này đã được cổng thư kiểm tra.\n${'-'.repeat(500)}`],
  ['\u001b%-12345X@PJL SET RESOLUTION=600\n'.padEnd(1_000), '\u001b%-12345X'.replace('\u001b', '\n')],
  ['', '\0'.repeat(100_000)],
  ['', '\n%%EOF\n\u001a'],
  ['', Buffer.alloc(5_000, 0xff)],
];

test('bytes before the beginning and padding behind the end are taken', () => {
  for (const [before, behind] of around) {
    const [head, tail] = [Buffer.from(before), Buffer.from(behind)];
    const file = new Uint8Array(Buffer.concat([head, aPdf('', ''), tail]));
    expect(outcome(file), JSON.stringify([before, behind.toString().slice(0, 40)])).toBe('taken');
  }
  const tooFar = new Uint8Array(Buffer.concat([Buffer.alloc(2_000, 0x20), aPdf()]));
  expect(outcome(tooFar)).toContain('Chỉ nhận tệp PDF');
  for (const program of ['MZ', 'PK\x03\x04', '<html>', '#!/bin/sh\n', '\x7fELF'])
    expect(outcome(new Uint8Array(Buffer.concat([Buffer.from(program, 'latin1'), aPdf()])))).toContain(
      'Chỉ nhận',
    );
});

test('tables of places may be missing, twice there or wrong: every object is read all the same', () => {
  const rebuilt = Buffer.from(aPdf())
    .toString('latin1')
    .replace(/xref[\s\S]*?(?=trailer)/, '');
  const added = `${Buffer.from(aPdf()).toString('latin1')}5 0 obj<</A 1>>endobj\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n`;
  const linear = Buffer.from(aPdf('4 0 obj<</Linearized 1/L 99/H[1 2]/O 3/E 9/N 1/T 9>>endobj')).toString(
    'latin1',
  );
  for (const file of [rebuilt, added, linear]) {
    expect(outcome(new Uint8Array(Buffer.from(file, 'latin1')))).toBe('taken');
    const active = file.replace('/Type/Catalog', '/Type/Catalog/OpenAction<</S/JavaScript/JS(1)>>');
    expect(outcome(new Uint8Array(Buffer.from(active, 'latin1')))).toContain('mã lệnh');
  }
});

for (const algorithm of ['RC4-40', 'RC4-128', 'AES-128', 'AES-256'] as const)
  test(`${algorithm}: restricted without a password is taken and looked into, with one it is refused`, async () => {
    for (const { userPassword, hasScript, expected } of [
      { userPassword: '', hasScript: false, expected: /^taken$/ },
      { userPassword: '', hasScript: true, expected: /mã lệnh/ },
      { userPassword: 'secret', hasScript: false, expected: /mật khẩu/ },
    ])
      for (const useObjectStreams of [true, false]) {
        const made = await PDFDocument.create();
        const font = await made.embedFont(StandardFonts.Helvetica);
        made.addPage().drawText('Ke hoach', { font });
        if (hasScript) made.addJavaScript('a', 'app.alert(1)');
        const permissions = { copying: false };
        made.encrypt({
          userPassword,
          ownerPassword: 'owner',
          permissions,
          algorithm,
          allowWeakCryptography: true,
        });
        const bytes = new Uint8Array(await made.save({ useObjectStreams }));
        expect(outcome(bytes), `${userPassword} ${hasScript} ${useObjectStreams}`).toMatch(expected);
      }
  });
