import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { signerOf } from '../../filing/receipts/signing/server/signer.ts';

/** What pages and functions are made of, beside the records in the database. */
const sources = ['src', 'content', 'functions', 'public', 'astro.config.mjs', 'package-lock.json'];

async function filesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Settings that a build writes into pages and files. */
interface PageSettings {
  siteUrl: string;
  isLocal: boolean;
  mail: object | null;
  RECEIPT_SIGNING_KEY?: string | undefined;
}

/** What pages show of the settings. Of the key that signs honours it is the id of its public half, never the key. */
export const settingsOfPages = ({ siteUrl, isLocal, mail, RECEIPT_SIGNING_KEY }: PageSettings): string[] => [
  siteUrl,
  String(isLocal),
  String(mail !== null),
  signerOf(RECEIPT_SIGNING_KEY)?.publicKey.kid ?? 'unsigned',
];

/** Digest of the sources in this folder and of settings that pages show: another one wants another build. */
export async function codeDigest(settings: readonly string[]): Promise<string> {
  const digest = createHash('sha256');
  for (const setting of settings) digest.update(`${setting}\n`);
  const files = (await Promise.all(sources.map(filesIn))).flat().toSorted();
  for (const file of files) digest.update(`${file}\n`).update(await readFile(file));
  return digest.digest('base64url').slice(0, 22);
}
