import { setTimeout as sleep } from 'node:timers/promises';
import { type AirtableClient, openAirtable } from '../../src/back-office/airtable/client.ts';

/** Where a base is. */
interface BaseAddress {
  token: string;
  baseId: string;
  endpointUrl: string;
}

/** A client for one-off work by hand: four calls a second, a minute for each. A base without a limit needs no rest. */
export function openBase(address: BaseAddress, restMs = 250): AirtableClient {
  const takeTurn = async () => {
    await sleep(restMs);
    return async () => undefined;
  };
  return openAirtable({ ...address, timeoutMs: 60_000, takeTurn, pause: () => sleep(30_000) });
}
