import { createHmac } from 'node:crypto';
import { isSameSecret } from '../../platform/same-secret.ts';

/** The page of a roll-up; it opens with a private link. */
export const rollUpPage = '/tong-hop/';

/** What a link opens: the reports of all years, until a time. */
interface RollUpPermit {
  until: Date;
}

const keyOf = (secret: string, until: Date) =>
  createHmac('sha256', secret).update(`roll-up ${until.getTime()}`).digest('base64url');

/** The query of a private link. */
export const rollUpQuery = (secret: string, { until }: RollUpPermit): Record<string, string> => ({
  het: String(until.getTime()),
  khoa: keyOf(secret, until),
});

/** Whether the parameters of an address are those of a link that has not expired. */
export function opensRollUp(secret: string, parameters: URLSearchParams, now: Date): boolean {
  const until = new Date(Number(parameters.get('het') ?? ''));
  if (Number.isNaN(until.getTime()) || until <= now) return false;
  return isSameSecret(keyOf(secret, until), parameters.get('khoa') ?? '');
}
