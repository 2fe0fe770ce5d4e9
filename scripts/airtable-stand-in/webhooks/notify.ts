import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Webhook, WebhookStore } from './store.ts';

/** Pings to one webhook within this time are one. */
const togetherMs = 50;
/** After this many pings that nobody took, Airtable sends no more until they are switched on again. */
const mostFailures = 5;

/** Sends thin pings: that something changed, not what. A ping that is not answered with 200 or 204 is sent again, ever later. */
export function notifier(store: WebhookStore, baseId: string, stopping: AbortSignal) {
  const waiting = new Map<string, Promise<void>>();

  async function post({ id, url, secret }: Webhook): Promise<boolean> {
    const timestamp = new Date().toISOString();
    const body = JSON.stringify({ base: { id: baseId }, webhook: { id }, timestamp });
    const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update(body, 'ascii').digest('hex');
    const headers = { 'content-type': 'application/json', 'x-airtable-content-mac': `hmac-sha256=${mac}` };
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(5_000)]);
    return fetch(url ?? '', { method: 'POST', headers, body, signal }).then(
      ({ status }) => status === 200 || status === 204,
      () => false,
    );
  }

  async function ping(id: string): Promise<void> {
    await wait(togetherMs, undefined, { signal: stopping }).catch(() => undefined);
    waiting.delete(id);
    for (let failures = 0; !stopping.aborted; failures += 1) {
      const webhook = store.find(id);
      if (!webhook?.url || !webhook.notifies) return;
      if (failures === mostFailures) return store.setNotifies(webhook, false);
      if (await post(webhook)) return;
      await wait(200 * 2 ** failures, undefined, { signal: stopping }).catch(() => undefined);
    }
  }

  return {
    /** Pings these webhooks soon. */
    ping: (webhooks: readonly Webhook[]) => {
      for (const { id, url } of webhooks) if (url && !waiting.has(id)) waiting.set(id, ping(id));
    },
  };
}
