import { z } from 'zod';
import { goodNomination } from '../../../tests/fixtures/nominations.ts';
import { type AskedAddress, nextVisitor } from './load.ts';

/** One code may be looked up 600 times an hour, and one sender is asked for a pass: so there are many of both. */
const receipts = 250;

const filedSchema = z.object({ receiptUrl: z.url() });

/** Files a nomination as a visitor of its own. Resolves with the path of its receipt. */
async function fileOne(origin: string, number: number): Promise<string> {
  const filed = await fetch(`${origin}/api/forms/de-cu-tap-the`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': nextVisitor() },
    body: JSON.stringify(goodNomination({ tookMs: 60_000, name: `Tập thể số ${number}` })),
  });
  const { pathname, search } = new URL(filedSchema.parse(await filed.json()).receiptUrl);
  return pathname + search;
}

/** What the benchmark asks for: a page, its 304, the state of an unknown code, receipts, a form with mistakes. */
export async function askedOf(origin: string) {
  const paths: string[] = [];
  while (paths.length < receipts) paths.push(await fileOne(origin, paths.length));
  const page = {
    path: '/ke-hoach/ii-3/',
    status: 200,
    headers: { 'accept-encoding': 'gzip' },
  } as const satisfies AskedAddress;
  const answer = await fetch(`${origin}${page.path}`, { headers: page.headers });
  const tag = answer.headers.get('etag') ?? '';
  const receipt: AskedAddress = { path: paths, status: 200 };
  const form: AskedAddress = {
    path: '/api/forms/de-cu-tap-the',
    status: 422,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      name: 'Tập thể thử',
      achievements: 'Thành tích thử. '.repeat(40),
    }).toString(),
  };
  const compressed = (one: AskedAddress) => ({
    ...one,
    headers: { ...one.headers, 'accept-encoding': 'gzip, br' },
  });
  return {
    page,
    'not changed': { ...page, status: 304, headers: { ...page.headers, 'if-none-match': tag } },
    'status API': { path: '/api/submissions/DN26-0000-0000-00', status: 404 },
    receipt,
    'form with mistakes': form,
    'receipt, compressed': compressed(receipt),
    'form with mistakes, compressed': compressed(form),
  } as const satisfies Record<string, AskedAddress>;
}
