import { createHmac } from 'node:crypto';
import { isSameSecret } from '../../platform/same-secret.ts';

/** Where Airtable says that something changed in the base. */
export const pingPath = '/api/base-pings';

/** What a ping needs. */
export interface PingTools {
  /** Base64 of the secret with which Airtable signs; null where no webhook is open. */
  secret: () => Promise<string | null>;
  /** Notes the ping; resolves with whether a run should start now. */
  note: () => Promise<boolean>;
  start: () => void | Promise<void>;
}

const mostBytes = 4_096;

/** https://airtable.com/developers/web/api/webhooks-overview */
const macOf = (secret: string, body: string) =>
  `hmac-sha256=${createHmac('sha256', Buffer.from(secret, 'base64')).update(body).digest('hex')}`;

const answer = (status: number) =>
  new Response(null, { status, headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } });

/** Answers a ping that Airtable signed, and starts a run of the sync. The ping says that something changed, never what. */
export async function answerPing(request: Request, { secret, note, start }: PingTools): Promise<Response> {
  if (request.method !== 'POST') return answer(405);
  if (Number(request.headers.get('content-length')) > mostBytes) return answer(413);
  const body = await request.text();
  if (body.length > mostBytes) return answer(413);
  const key = await secret();
  const given = request.headers.get('x-airtable-content-mac') ?? '';
  if (key === null || !isSameSecret(macOf(key, body), given)) return answer(403);
  if (await note()) await start();
  return answer(204);
}
