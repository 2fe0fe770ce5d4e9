import { createPublicKey, verify } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { checkReceipt } from '../../../../../src/filing/receipts/signing/check-receipt.ts';
import { readBroughtReceipt } from '../../../../../src/filing/receipts/signing/read-receipt.ts';
import { readFormerKeys } from '../../../../../src/filing/receipts/signing/server/public-key.ts';
import { getPublicKeys } from '../../../../../src/filing/receipts/signing/server/public-keys.ts';
import { signerOf } from '../../../../../src/filing/receipts/signing/server/signer.ts';
import { canonical } from '../../../../../src/filing/receipts/signing/signed-receipt.ts';
import { isSignedBy } from '../../../../../src/filing/receipts/signing/verify-signature.ts';
import { aReceipt, newSigner } from '../../../../fixtures/a-receipt.ts';

const signer = newSigner();
const keys = [signer.publicKey];
const receipt = aReceipt(signer);

async function verdictOn(brought: string, trusted = keys): Promise<string> {
  const read = readBroughtReceipt(brought);
  return read ? (await checkReceipt(read, trusted)).kind : 'unreadable';
}

test('the file of a receipt is genuine, printed small or wide', async () => {
  expect(await verdictOn(JSON.stringify(receipt))).toBe('genuine');
  expect(await verdictOn(JSON.stringify(receipt, null, 2))).toBe('genuine');
});

test('the signature alone is genuine, also broken into lines as a PDF prints it', async () => {
  const lines = receipt.signature?.match(/.{1,90}/g)?.join(' \r\n') ?? '';
  expect(await verdictOn(`Xác minh biên nhận\n${lines}\n`)).toBe('genuine');
});

test('one letter changed in an answer, the code or the time is noticed', async () => {
  const json = JSON.stringify(receipt);
  expect(await verdictOn(json.replace('Tập thể thử', 'Tập thể thứ'))).toBe('changed');
  expect(await verdictOn(json.replace('DN26-ABCD', 'DN26-ABCE'))).toBe('changed');
  expect(await verdictOn(json.replace('03:04:05.678Z', '03:04:05.679Z'))).toBe('changed');
});

test('a changed signature or statement within it is noticed', async () => {
  const [head, body, signature = ''] = receipt.signature?.split('.') ?? [];
  const forged = Buffer.from(canonical({ ...receipt.statement, code: 'DN26-0000-0000-00' })).toString(
    'base64url',
  );
  expect(await verdictOn(`${head}.${forged}.${signature}`)).toBe('changed');
  const otherEnd = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
  expect(await verdictOn(`${head}.${body}.${otherEnd}`)).toBe('changed');
  expect(await verdictOn(`eyJub25zZW5zZQ.${body}.${signature}`)).toBe('changed');
});

test('a good signature of another key is not ours', async () => {
  expect(await verdictOn(JSON.stringify(aReceipt(newSigner())))).toBe('not-ours');
});

test('a receipt signed with a former key stays genuine', async () => {
  const request = new Request('http://localhost/api/v1/receipt-key.json');
  const published = await getPublicKeys(request, newSigner(), keys).json();
  expect(published.keys).toHaveLength(2);
  expect(await verdictOn(JSON.stringify(receipt), published.keys)).toBe('genuine');
});

test('a former key that was copied wrong is refused', () => {
  const [key] = keys;
  expect(readFormerKeys({ source: 'x', keys })).toEqual(keys);
  expect(() => readFormerKeys({ source: 'x', keys: [{ ...key, x: newSigner().publicKey.x }] })).toThrow(
    /copy the key again/,
  );
});

test('nothing uncheckable is called genuine: no signature, no published key, no receipt', async () => {
  expect(await verdictOn(JSON.stringify(aReceipt(null)))).toBe('unsigned');
  expect(await verdictOn(JSON.stringify(receipt), [])).toBe('no-key');
  for (const other of ['', 'xin chào', '{"proof":"thi-dua-dong-nai/bien-nhan"', '{"code":1}']) {
    expect(await verdictOn(other)).toBe('unreadable');
  }
});

test('the signature is a plain JWS: any Ed25519 checks it with the published key', () => {
  const [head, body, signature = ''] = receipt.signature?.split('.') ?? [];
  const key = createPublicKey({ key: { ...signer.publicKey }, format: 'jwk' });
  const isTrue = verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'));
  expect(isTrue).toBe(true);
});

test('a browser without Ed25519 checks by the library', async () => {
  const [head, body, signature = ''] = receipt.signature?.split('.') ?? [];
  const importKey = crypto.subtle.importKey;
  crypto.subtle.importKey = () => Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'));
  try {
    expect(await isSignedBy(signer.publicKey, signature, `${head}.${body}`)).toBe(true);
    expect(await isSignedBy(signer.publicKey, signature, `${head}.${body}x`)).toBe(false);
  } finally {
    crypto.subtle.importKey = importKey;
  }
});

test('a text that is no key, or a key of another kind, is refused with advice', () => {
  expect(() => signerOf('abc')).toThrow(/npm run receipt-key/);
  expect(signerOf(undefined)).toBeNull();
});
