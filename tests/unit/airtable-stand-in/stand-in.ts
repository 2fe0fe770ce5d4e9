import { test as base } from '@playwright/test';
import Airtable from 'airtable';
import {
  type AirtableStandIn,
  type AirtableStandInOptions,
  startAirtableStandIn,
} from '../../../scripts/airtable-stand-in/server.ts';

/** What the API answered: the status and the parsed body. */
interface Answer {
  status: number;
  body: unknown;
}

interface Fixtures {
  /** Starts a stand-in that ends with the test; without options it is in memory and not throttled. */
  start(options?: Partial<AirtableStandInOptions>): Promise<AirtableStandIn>;
  /** A stand-in with one table, `Đề cử`. */
  standIn: AirtableStandIn;
}

/** The columns of the test's table. */
export const testTable = {
  name: 'Đề cử',
  fields: [
    { name: 'Mã hồ sơ', type: 'singleLineText' },
    {
      name: 'Trạng thái',
      type: 'singleSelect',
      options: { choices: [{ name: 'Mới nhận' }, { name: 'Đang xét' }] },
    },
    {
      name: 'Tiêu chí',
      type: 'multipleSelects',
      options: { choices: [{ name: 'iii-1-1' }, { name: 'iii-1-2' }, { name: 'iii-1-3' }] },
    },
    { name: 'Thành tích', type: 'multilineText' },
    { name: 'Số người', type: 'number', options: { precision: 0 } },
    { name: 'Đồng ý', type: 'checkbox', options: { icon: 'check', color: 'greenBright' } },
    {
      name: 'Nhận lúc',
      type: 'dateTime',
      options: { dateFormat: { name: 'iso' }, timeFormat: { name: '24hour' }, timeZone: 'Asia/Ho_Chi_Minh' },
    },
    { name: 'Ngày', type: 'date', options: { dateFormat: { name: 'european' } } },
    { name: 'Ảnh', type: 'multipleAttachments' },
  ],
};

/** Calls the API as a plain program would, with the right token unless another is given. */
export async function call(
  { url, token }: AirtableStandIn,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/v0/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** The base's schema as the API shows it. */
export async function schemaOf(standIn: AirtableStandIn) {
  const response = await fetch(`${standIn.url}/v0/meta/bases/${standIn.baseId}/tables`, {
    headers: { authorization: `Bearer ${standIn.token}` },
  });
  const { tables }: { tables: { id: string; name: string; fields: { id: string; name: string }[] }[] } =
    await response.json();
  return tables;
}

/** The id of a column. */
export async function fieldId(standIn: AirtableStandIn, name: string): Promise<string> {
  const tables = await schemaOf(standIn);
  return tables.flatMap(({ fields }) => fields).find((field) => field.name === name)?.id ?? '';
}

/** The path of the test's table in the API. */
export const nominations = ({ baseId }: AirtableStandIn): string =>
  `${baseId}/${encodeURIComponent('Đề cử')}`;

/** The official client, never retrying by itself. */
export const clientOf = ({ url, token, baseId }: AirtableStandIn, requestTimeout = 5000) =>
  new Airtable({ apiKey: token, endpointUrl: url, noRetryIfRateLimited: true, requestTimeout }).base(baseId);

/** The runner with a stand-in to hand. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixture's needs from the pattern
  start: async ({}, use) => {
    const started: AirtableStandIn[] = [];
    await use(async (options = {}) => {
      const standIn = await startAirtableStandIn({ path: ':memory:', requestsPerSecond: null, ...options });
      started.push(standIn);
      return standIn;
    });
    for (const standIn of started) await standIn.close();
  },
  standIn: async ({ start }, use) => {
    const standIn = await start();
    await call(standIn, 'POST', `meta/bases/${standIn.baseId}/tables`, testTable);
    await use(standIn);
  },
});
