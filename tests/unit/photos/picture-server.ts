import { once } from 'node:events';
import { createServer } from 'node:http';
import { test as base } from '../../fixtures/back-office.ts';

/** What the server answers at an address: a file, or a status alone. */
export type PictureAnswer = Buffer | number;

interface Fixtures {
  /** A server of attachments: its address, what it answers, and what was asked for. */
  pictures: { url: string; answers: Map<string, PictureAnswer>; asked: string[] };
}

/** Tests with a database, a stand-in for Airtable, and a server in the place of Airtable's own for attachments. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  pictures: async ({}, use) => {
    const answers = new Map<string, PictureAnswer>();
    const asked: string[] = [];
    const server = createServer(({ url = '' }, response) => {
      asked.push(url);
      const answer = answers.get(url) ?? 404;
      if (typeof answer === 'number') response.writeHead(answer).end();
      else response.end(answer);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await use({ url: `http://127.0.0.1:${port}`, answers, asked });
    server.closeAllConnections();
    server.close();
  },
});

export { expect } from '@playwright/test';
