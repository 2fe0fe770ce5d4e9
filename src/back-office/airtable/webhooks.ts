import { z } from 'zod';
import type { AirtableClient } from './client.ts';
import { AccessError, MissingError, RefusedError } from './errors.ts';

/** A webhook of ours. */
export interface Hook {
  id: string;
  /** Base64; signs the pings. */
  secret: string;
}

/** What the webhook watches: everything, with all cells of a changed row. https://airtable.com/developers/web/api/webhooks-overview */
const specification = {
  options: {
    filters: { dataTypes: ['tableData', 'tableFields', 'tableMetadata'] },
    includes: { includeCellValuesInFieldIds: 'all' },
  },
};

const madeSchema = z.object({ id: z.string(), macSecretBase64: z.string() });

const listedSchema = z.object({
  webhooks: z.array(
    z.object({
      id: z.string(),
      notificationUrl: z.string().nullish(),
      areNotificationsEnabled: z.boolean().catch(true),
      isHookEnabled: z.boolean().catch(true),
    }),
  ),
});

const pageSchema = z.object({
  payloads: z.array(z.looseObject({ error: z.boolean().optional() })),
  cursor: z.number(),
  mightHaveMore: z.boolean(),
});

/** A page of payloads, in order; or why there is none. */
export type PayloadPage =
  | { is: 'page'; payloads: Record<string, unknown>[]; cursor: number; mightHaveMore: boolean }
  /** The webhook is gone or works no more: another one must be made. */
  | { is: 'lost' }
  /** Payloads before `cursor` have expired unread. */
  | { is: 'gap'; cursor: number };

const path = (id: string, action = '') => `/webhooks/${id}${action}`;

/** The webhook calls of one base. Those that may fail for want of a right say so; all throw the client's other errors. */
export function webhookCalls({ webhooks }: Pick<AirtableClient, 'webhooks'>) {
  const list = async () => listedSchema.parse(await webhooks({ method: 'GET', path: '/webhooks' })).webhooks;
  const remove = async (id: string) => {
    await webhooks({ method: 'DELETE', path: path(id) });
  };
  return {
    /** Makes a webhook that pings `url`, in place of those that ping it already. Null where the token or the base allows none. */
    open: async (url: string | null): Promise<Hook | null> => {
      try {
        if (url !== null)
          for (const { id, notificationUrl } of await list()) if (notificationUrl === url) await remove(id);
        const body = { specification, ...(url !== null && { notificationUrl: url }) };
        const made = madeSchema.parse(await webhooks({ method: 'POST', path: '/webhooks', body }));
        return { id: made.id, secret: made.macSecretBase64 };
      } catch (error) {
        const isNotAllowed =
          (error instanceof AccessError && !error.isForAll) || error instanceof RefusedError;
        if (isNotAllowed) return null;
        throw error;
      }
    },
    /** Lets a webhook live on for a week and ping again. False where it is gone or works no more. */
    keep: async (id: string): Promise<boolean> => {
      const own = (await list()).find((hook) => hook.id === id);
      if (!own) return false;
      if (!own.isHookEnabled) {
        await remove(id);
        return false;
      }
      if (own.notificationUrl && !own.areNotificationsEnabled)
        await webhooks({ method: 'POST', path: path(id, '/enableNotifications'), body: { enable: true } });
      await webhooks({ method: 'POST', path: path(id, '/refresh') });
      return true;
    },
    /** Reads payloads from a cursor on. */
    read: async (id: string, cursor: number): Promise<PayloadPage> => {
      try {
        const query = { cursor, limit: 50 };
        const page = pageSchema.parse(await webhooks({ method: 'GET', path: path(id, '/payloads'), query }));
        if (page.payloads.some(({ error }) => error)) return { is: 'lost' };
        // Payloads are numbered without gaps, and the last one has the number before the cursor.
        if (page.cursor - page.payloads.length > cursor) return { is: 'gap', cursor: page.cursor };
        return { is: 'page', ...page };
      } catch (error) {
        if (error instanceof MissingError || error instanceof RefusedError) return { is: 'lost' };
        throw error;
      }
    },
  };
}
