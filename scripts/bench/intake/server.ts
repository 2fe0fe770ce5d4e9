import { once } from 'node:events';
import { openGate } from '../../../src/filing/abuse/server/gate.ts';
import { countSubmission, senderAt, usualDoubts } from '../../../src/filing/abuse/server/submission-limit.ts';
import { postForm } from '../../../src/filing/intake/post-form.ts';
import { storeSubmission } from '../../../src/filing/intake/store.ts';
import { receiptKeys } from '../../../src/filing/receipts/server/receipt-key.ts';
import { openDatabase } from '../../../src/platform/postgres.ts';
import { createHandlerServer, type Handler } from '../../local-system/node-handler.ts';

// `node server.ts <bare|form> <database>`: one handler behind plain node:http; says its port to the process that
// started it. Each submission comes from an address of its own: the limit is counted, and never reached.
const [, , kind, url = ''] = process.argv;
const db = openDatabase(url);

const gate = openGate(url ?? '');
const keys = receiptKeys(db);
/** As the site runs, but for a load that no city brings. */
const doubts = { ...usualDoubts, submissionsAMinute: 200_000 };

let visitors = 0;
/** The next visitor, in a network of its own: IPv6 senders are counted by /64. */
const nextSender = () => {
  visitors += 1;
  const network = [visitors >> 16, visitors & 0xffff].map((part) => part.toString(16)).join(':');
  return senderAt(db, `2001:db8:${network}::1`, new Date());
};

const file: Handler = (request) => {
  const sender = nextSender();
  return postForm(request, 'de-cu-tap-the', {
    save: (submission, screening) => storeSubmission(db, submission, { sender, screening, doubts }),
    gate,
    withinLimit: () => countSubmission(db, sender),
    readPage: async () => '',
    keys,
  });
};

/** The least that any intake does: read the JSON, insert one row, answer. */
const insert: Handler = async (request) => {
  const answers: unknown = await request.json();
  const { rows } = await db.query<{ id: string }>('insert into bare (answers) values ($1) returning id', [
    answers,
  ]);
  return Response.json({ id: rows[0]?.id }, { status: 201 });
};

const server = createHandlerServer(kind === 'bare' ? insert : file).listen(0, '127.0.0.1');
await once(server, 'listening');
const bound = server.address();
process.send?.(typeof bound === 'object' && bound ? bound.port : 0);
