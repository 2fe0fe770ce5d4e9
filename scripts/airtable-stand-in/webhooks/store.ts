import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isObject, type JsonObject } from '../../../src/platform/json.ts';
import type { Database } from '../data/database.ts';
import { newId } from '../data/ids.ts';
import { isStringList } from '../data/json.ts';
import { type Transaction, tableChanges } from './transaction.ts';

const webhookSchema = z.object({
  id: z.string(),
  /** Base64. Only the reply that creates the webhook shows it. */
  secret: z.string(),
  url: z.string().nullable(),
  specification: z.record(z.string(), z.unknown()),
  /** Number of the next payload; payloads count from 1. */
  nextNumber: z.number(),
  notifies: z.boolean(),
  createdMs: z.number(),
  expiresMs: z.number(),
});

/** Whom the stand-in tells of changes, and until when. */
export type Webhook = z.infer<typeof webhookSchema>;

const payloadSchema = z.record(z.string(), z.unknown());

const weekMs = 7 * 24 * 60 * 60_000;

const layout = `
  CREATE TABLE IF NOT EXISTS webhooks (id TEXT PRIMARY KEY, webhook TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS payloads (
    webhook_id TEXT NOT NULL, number INTEGER NOT NULL, at_ms INTEGER NOT NULL, payload TEXT NOT NULL,
    PRIMARY KEY (webhook_id, number)
  ) STRICT;
`;

/** What a specification watches. */
function watched({ options }: JsonObject) {
  const { filters, includes } = isObject(options) ? options : {};
  const { dataTypes, recordChangeScope } = isObject(filters) ? filters : {};
  return {
    dataTypes: isStringList(dataTypes) ? dataTypes : [],
    withRest: isObject(includes) && includes.includeCellValuesInFieldIds === 'all',
    scope: typeof recordChangeScope === 'string' ? recordChangeScope : null,
  };
}

/** Who made a change, as Airtable tells it, name and address included; of a program, the owner of its token. */
const userOf = ({
  source,
  user = source === 'client' ? 'usrLocalStaff0001' : 'usrLocalToken0001',
}: Transaction) => ({
  id: user,
  email: `${user}@donvi.example`,
  permissionLevel: 'create',
  name: `Cán bộ thử ${user}`,
});

/** Keeps webhooks and their payloads in the base's file. */
export function webhookStore({ sql }: Database, now: () => number) {
  sql.exec(layout);
  const selectAll = sql.prepare('SELECT webhook FROM webhooks ORDER BY rowid');
  const save = sql.prepare('INSERT OR REPLACE INTO webhooks (id, webhook) VALUES (?, ?)');
  const deleteOne = sql.prepare('DELETE FROM webhooks WHERE id = ?');
  const insertPayload = sql.prepare('INSERT INTO payloads VALUES (?, ?, ?, ?)');
  const deleteOld = sql.prepare('DELETE FROM payloads WHERE at_ms < ?');
  const selectPayloads = sql.prepare(
    'SELECT number, payload FROM payloads WHERE webhook_id = ? AND number >= ? ORDER BY number LIMIT ?',
  );

  const put = (webhook: Webhook) => void save.run(webhook.id, JSON.stringify(webhook));
  const all = () => selectAll.all().map((row) => webhookSchema.parse(JSON.parse(String(row.webhook))));
  const alive = () => all().filter(({ expiresMs }) => expiresMs > now());

  return {
    /** Every webhook that has not been deleted. One that expired tells nothing any more. */
    all,
    find: (id: string) => all().find((webhook) => webhook.id === id),
    create(url: string | null, specification: JsonObject): Webhook {
      const webhook: Webhook = {
        id: newId('ach'),
        secret: randomBytes(32).toString('base64'),
        url,
        specification,
        nextNumber: 1,
        notifies: true,
        createdMs: now(),
        expiresMs: now() + weekMs,
      };
      put(webhook);
      return webhook;
    },
    /** Lets a webhook that has not expired live for another week. */
    extend(webhook: Webhook): Webhook {
      const longer = { ...webhook, expiresMs: now() + weekMs };
      put(longer);
      return longer;
    },
    setNotifies: (webhook: Webhook, notifies: boolean) => put({ ...webhook, notifies }),
    remove: (id: string) => void deleteOne.run(id),
    /** Payloads from a number on, in order; those of more than a week ago are gone. */
    payloads(id: string, from: number, limit: number): { number: number; payload: object }[] {
      deleteOld.run(now() - weekMs);
      return selectPayloads.all(id, from, limit).map((row) => ({
        number: Number(row.number),
        payload: payloadSchema.parse(JSON.parse(String(row.payload))),
      }));
    },
    /** Notes a change for every webhook that watches it; these are returned. */
    note(transaction: Transaction): Webhook[] {
      return alive().filter((webhook) => {
        const { scope, ...wanted } = watched(webhook.specification);
        const change =
          scope === null || scope === transaction.table.id ? tableChanges(transaction, wanted) : null;
        if (!change) return false;
        const payload = {
          timestamp: new Date(now()).toISOString(),
          baseTransactionNumber: webhook.nextNumber,
          actionMetadata: { source: transaction.source, sourceMetadata: { user: userOf(transaction) } },
          payloadFormat: 'v0',
          changedTablesById: { [transaction.table.id]: change },
        };
        insertPayload.run(webhook.id, webhook.nextNumber, now(), JSON.stringify(payload));
        put({ ...webhook, nextNumber: webhook.nextNumber + 1 });
        return true;
      });
    },
  };
}

/** See `webhookStore`. */
export type WebhookStore = ReturnType<typeof webhookStore>;
