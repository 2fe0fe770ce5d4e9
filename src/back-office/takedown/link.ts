import { createHmac } from 'node:crypto';
import { isSameSecret } from '../../platform/same-secret.ts';

/** What a link allows: to take one story down, until a time. */
export interface TakedownPermit {
  id: string;
  expiresAt: Date;
}

/** The page of a takedown link. */
export const takedownPath = '/go-khan-cap/';

const signature = (secret: string, { id, expiresAt }: TakedownPermit) =>
  createHmac('sha256', secret).update(`takedown ${id} ${expiresAt.getTime()}`).digest('base64url');

/** The path of a link that takes a story down until it expires. */
export function takedownLink(secret: string, permit: TakedownPermit): string {
  const query = new URLSearchParams({
    ma: permit.id,
    het: String(permit.expiresAt.getTime()),
    khoa: signature(secret, permit),
  });
  return `${takedownPath}?${query}`;
}

/** The permit of a link's parameters; null where the key is wrong or has expired. */
export function readTakedownLink(
  secret: string,
  parameters: { get: (name: string) => unknown },
  now: Date,
): TakedownPermit | null {
  const [id, until, key] = ['ma', 'het', 'khoa'].map((name) => String(parameters.get(name) ?? ''));
  const permit = { id: id ?? '', expiresAt: new Date(Number(until)) };
  if (Number.isNaN(permit.expiresAt.getTime())) return null;
  const isRight = isSameSecret(signature(secret, permit), key ?? '');
  return isRight && permit.expiresAt > now ? permit : null;
}
