import type { IncomingMessage } from 'node:http';
import { isObject, type JsonObject } from '../../../src/platform/json.ts';
import { compose } from '../../../src/vietnamese/compose.ts';
import { bodyTooLarge, unprocessable } from '../refusal.ts';

/** A request to the API, read whole. */
export interface ApiRequest {
  method: string;
  /** The decoded parts of the path after `/v0/`, a trailing slash ignored. */
  path: string[];
  search: URLSearchParams;
  /** The JSON body; an empty object where there is none. */
  body: JsonObject;
  /** Base address of this server. */
  origin: string;
}

/** The decoded parts of a path, NFC, without empty ones; `undefined` where the encoding is broken. */
export function pathParts(pathname: string): string[] | undefined {
  try {
    return pathname
      .split('/')
      .filter((part) => part !== '')
      .map((part) => compose(decodeURIComponent(part)));
  } catch {
    return undefined;
  }
}

/** Reads a request's body as text. @throws Refusal 413 when it is over `maxBytes` */
export async function readText(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= maxBytes) chunks.push(bytes);
  }
  if (size > maxBytes) throw bodyTooLarge();
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a request's JSON body. @throws Refusal 413, or 422 when it is not a JSON object */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<JsonObject> {
  const text = await readText(request, maxBytes);
  if (text === '') return {};
  const body = parse(text);
  if (!isObject(body)) throw unprocessable('INVALID_REQUEST_BODY', 'Could not parse request body');
  return body;
}
