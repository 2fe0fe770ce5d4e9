import type { AirtableClient } from './client.ts';
import { AccessError, RefusedError } from './errors.ts';
import { type Layout, type Memory, matchBase, readLayout } from './layout.ts';

/** What one run knows of the base. It reads the schema at most once more than it must. */
export interface BaseSession {
  layout: () => Promise<Layout>;
  /** Reads the schema again. False where this run has read it already, so another try would change nothing. */
  reread: () => Promise<boolean>;
  /** Reads the schema again where it was read longer ago than this. */
  refresh: (maxAgeMs: number) => Promise<void>;
  /** Runs `work`; if it fails because the layout is out of date, rereads the schema and tries once more. */
  withLayout: <T>(work: (layout: Layout) => Promise<T>) => Promise<T>;
}

const ofColumns = [
  'UNKNOWN_FIELD_NAME',
  'INVALID_VALUE_FOR_COLUMN',
  'INVALID_MULTIPLE_CHOICE_OPTIONS',
  'INVALID_FILTER_BY_FORMULA',
];

/** Whether a refusal may come from a table, column or choice that staff changed since the schema was read. */
const isOfLayout = (error: unknown): boolean =>
  (error instanceof RefusedError && ofColumns.includes(error.type)) ||
  (error instanceof AccessError && !error.isForAll);

/** Opens a base for one run. */
export function openSession(client: AirtableClient, baseId: string, memory: Memory): BaseSession {
  let known: Promise<{ layout: Layout; isFresh: boolean }> | undefined;
  const read = () => {
    known ??= readLayout(client, baseId, memory, new Date());
    return known;
  };
  const session: BaseSession = {
    layout: async () => (await read()).layout,
    reread: async () => {
      if ((await read()).isFresh) return false;
      known = matchBase(client, baseId, memory, new Date()).then((layout) => ({ layout, isFresh: true }));
      await known;
      return true;
    },
    refresh: async (maxAgeMs) => {
      const { layout } = await read();
      if (Date.now() - Date.parse(layout.seenAt) > maxAgeMs) await session.reread();
    },
    withLayout: async (work) => {
      try {
        return await work(await session.layout());
      } catch (error) {
        if (!isOfLayout(error) || !(await session.reread())) throw error;
        return work(await session.layout());
      }
    },
  };
  return session;
}
