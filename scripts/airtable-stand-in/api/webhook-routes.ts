import { isObject, type JsonObject } from '../../../src/platform/json.ts';
import { isStringList } from '../data/json.ts';
import { invalidRequest, modelNotFound, notFound, unprocessable } from '../refusal.ts';
import type { Webhook, WebhookStore } from '../webhooks/store.ts';
import type { ApiRequest } from './request.ts';

/** Webhooks of one base (https://airtable.com/developers/web/guides/webhooks-api). */
const mostWebhooks = 10;
const payloadsAPage = 50;
const dataTypes = ['tableData', 'tableFields', 'tableMetadata'];

const expiration = ({ expiresMs }: Webhook) => ({ expirationTime: new Date(expiresMs).toISOString() });

function checkSpecification(specification: unknown): JsonObject {
  const options = isObject(specification) ? specification.options : undefined;
  const filters = isObject(options) ? options.filters : undefined;
  const types = isObject(filters) ? filters.dataTypes : undefined;
  if (!isObject(specification) || !isStringList(types) || types.length === 0) throw invalidRequest();
  if (!types.every((type) => dataTypes.includes(type))) throw invalidRequest();
  return specification;
}

/** Serves `/v0/bases/{base}/webhooks…`. Without the right `webhook:manage`, every call is refused. */
export function createWebhookRoutes(
  store: WebhookStore,
  { now, isAllowed }: { now: () => number; isAllowed: () => boolean },
) {
  function create({ notificationUrl = null, specification }: JsonObject) {
    if (notificationUrl !== null && (typeof notificationUrl !== 'string' || !URL.canParse(notificationUrl)))
      throw invalidRequest();
    if (store.all().length >= mostWebhooks)
      throw unprocessable('TOO_MANY_WEBHOOKS_IN_BASE', `A base has at most ${mostWebhooks} webhooks.`);
    const webhook = store.create(notificationUrl, checkSpecification(specification));
    return { id: webhook.id, macSecretBase64: webhook.secret, ...expiration(webhook) };
  }

  const describe = (webhook: Webhook) => ({
    id: webhook.id,
    specification: webhook.specification,
    notificationUrl: webhook.url,
    cursorForNextPayload: webhook.nextNumber,
    areNotificationsEnabled: webhook.notifies,
    isHookEnabled: webhook.expiresMs > now(),
    lastSuccessfulNotificationTime: null,
    lastNotificationResult: null,
    ...expiration(webhook),
  });

  function payloads(webhook: Webhook, search: URLSearchParams) {
    const from = Number(search.get('cursor') ?? 1);
    const limit = Number(search.get('limit') ?? payloadsAPage);
    if (
      !Number.isInteger(from) ||
      from < 1 ||
      from > webhook.nextNumber ||
      !(limit >= 1 && limit <= payloadsAPage)
    )
      throw unprocessable('INVALID_REQUEST_UNKNOWN', 'Invalid cursor or limit');
    const page = store.payloads(webhook.id, from, limit);
    // Payloads older than a week are left out, but the cursor still moves past them.
    const cursor = (page.at(-1)?.number ?? webhook.nextNumber - 1) + 1;
    store.extend(webhook);
    return {
      payloads: page.map(({ payload }) => payload),
      cursor,
      mightHaveMore: cursor < webhook.nextNumber,
    };
  }

  function overOne(
    webhook: Webhook,
    action: string | undefined,
    { method, search, body }: ApiRequest,
  ): unknown {
    const isExpired = webhook.expiresMs <= now();
    if (action === undefined && method === 'DELETE') return store.remove(webhook.id);
    if (isExpired) throw notFound();
    if (action === 'payloads' && method === 'GET') return payloads(webhook, search);
    if (action === 'refresh' && method === 'POST') return expiration(store.extend(webhook));
    if (action === 'enableNotifications' && method === 'POST' && typeof body.enable === 'boolean')
      return store.setNotifies(webhook, body.enable);
    throw notFound();
  }

  return (request: ApiRequest): unknown => {
    const [, , room, id, action, ...rest] = request.path;
    if (room !== 'webhooks' || rest.length > 0) throw notFound();
    if (!isAllowed()) throw modelNotFound();
    if (id === undefined && request.method === 'GET') return { webhooks: store.all().map(describe) };
    if (id === undefined && request.method === 'POST') return create(request.body);
    const webhook = store.find(id ?? '');
    if (!webhook) throw notFound();
    return overOne(webhook, action, request) ?? {};
  };
}
