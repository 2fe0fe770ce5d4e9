import { expect, test } from '@playwright/test';
import { readBody } from '../../../../src/platform/http/read-body.ts';
import { cleanText } from '../../../../src/vietnamese/clean-text.ts';

const post = (body: BodyInit, contentType: string) =>
  new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': contentType } });
const json = (value: unknown) =>
  post(typeof value === 'string' ? value : JSON.stringify(value), 'application/json');
const form = (body: string) => post(body, 'application/x-www-form-urlencoded');

test('text is kept as NFC with LF, without control and direction marks', () => {
  expect(cleanText('  Chuyển đổi số\r\ndòng\u000bhai\u0000\u202e\u200b\ud800 '.normalize('NFD'))).toBe(
    'Chuyển đổi số\ndòng\nhai',
  );
});

test('a browser form becomes answers: repeated names a list, numbered names rows, empty fields nothing', async () => {
  const read = await readBody(form('a=1&b=x&b=y&c=&t.0.name=n&t.2.name=m'));
  expect(read).toMatchObject({
    ok: true,
    answers: { a: '1', b: ['x', 'y'], c: undefined, t: [{ name: 'n' }, {}, { name: 'm' }] },
  });
});

test('multipart forms are read, files are not', async () => {
  const data = new FormData();
  data.append('a', 'chữ');
  expect(await readBody(new Request('http://localhost/', { method: 'POST', body: data }))).toMatchObject({
    ok: true,
    answers: { a: 'chữ' },
  });
  data.append('file', new File(['x'], 'x.txt'));
  expect(await readBody(new Request('http://localhost/', { method: 'POST', body: data }))).toMatchObject({
    ok: false,
    status: 400,
  });
});

for (const [what, request, status] of [
  ['malformed JSON', json('{"a":'), 400],
  ['JSON that is no object', json([1]), 400],
  ['JSON null', json('null'), 400],
  ['bytes that are no UTF-8', post(new Uint8Array([0x7b, 0xff, 0x7d]), 'application/json'), 400],
  ['answers nested too deep', json(`{"a":${'['.repeat(2000)}${']'.repeat(2000)}}`), 400],
  ['a broken multipart body', post('--x\r\nnonsense', 'multipart/form-data; boundary=x'), 400],
  [
    'a multipart name that cannot be decoded',
    post(
      '--x\r\nContent-Disposition: form-data; filename*=utf-8\'\'%E; name="a"\r\n\r\n1\r\n--x--\r\n',
      'multipart/form-data; boundary=x',
    ),
    400,
  ],
  ['more fields than any form has', form('a=1&'.repeat(501)), 413],
  ['another content type', post('a=1', 'text/plain'), 415],
  ['no content type', new Request('http://localhost/', { method: 'POST', body: new Uint8Array(1) }), 415],
  ['more than 64 KB of JSON', json({ a: 'x'.repeat(65 * 1024) }), 413],
  ['more than 64 KB of text in a form', form(`a=${'x'.repeat(65 * 1024)}`), 413],
  ['an endless body', form(`a=${'x'.repeat(1024 * 1024)}`), 413],
] as const) {
  test(`${what} is answered with ${status}`, async () => {
    expect(await readBody(request)).toMatchObject({ ok: false, status });
  });
}

test('a body of 130,000 empty fields is refused at once', async () => {
  const began = performance.now();
  expect(await readBody(form('=&'.repeat(130_000)))).toMatchObject({ ok: false, status: 413 });
  const one = performance.now() - began;
  // Quadratic work took minutes here: compare with plainly parsing the same body once.
  const plain = performance.now();
  await new Response('=&'.repeat(130_000), {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }).formData();
  expect(one).toBeLessThan(20 * (performance.now() - plain) + 500);
});

test('60 KB of Vietnamese text pass although percent encoding triples them', async () => {
  const text = 'ế'.repeat(20 * 1024);
  const read = await readBody(form(new URLSearchParams({ a: text }).toString()));
  expect(read).toMatchObject({ ok: true, answers: { a: text } });
});

test('a name like __proto__ changes no prototype', async () => {
  const read = await readBody(json('{"__proto__":{"polluted":true},"a":"1"}'));
  expect(read.ok).toBe(true);
  expect('polluted' in {}).toBe(false);
});
