import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const keysSchema = z.object({ secret: z.string(), signingKey: z.string() });

/** New secrets for receipts: 256 random bits, and an Ed25519 key as PKCS8 in base64. */
export function newReceiptKeys(): z.infer<typeof keysSchema> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signingKey = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
  return { secret: randomBytes(32).toString('base64url'), signingKey };
}

/** The secrets of this machine, kept beside its database so that receipts stay good between runs. */
export async function localReceiptKeys(folder: string): Promise<z.infer<typeof keysSchema>> {
  const file = join(folder, 'receipt-keys.json');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return keysSchema.parse(JSON.parse(kept));
  const keys = newReceiptKeys();
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}
