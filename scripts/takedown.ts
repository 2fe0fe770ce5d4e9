import { noteAct } from '../src/back-office/log/server/note-act.ts';
import { takedownLink } from '../src/back-office/takedown/link.ts';
import { bringBack, takeDown } from '../src/gallery/stories/server/takedowns.ts';
import { readDatabaseEnv, readEnv, readReceiptSecret } from '../src/platform/env.ts';
import { databaseAt } from '../src/platform/postgres.ts';
import { buildAsker } from '../src/server/builds/build-request.ts';
import { saidWords } from '../src/vietnamese/said-words.ts';
import { tidyStoryId } from '../src/vocabulary/story-ids.ts';

// `npm run takedown -- <mã> "<lý do>"`: takes a story down without Airtable; the next sync does not bring it back.
// `npm run takedown -- link <mã> [giờ]`: prints a link that does the same and expires. `npm run takedown -- undo <mã>`: ends it.
const usage = [
  'Cách dùng: npm run takedown -- MH-0012 "lý do, ai cũng đọc được"',
  '           npm run takedown -- link MH-0012 [số giờ, thường là 24]',
  '           npm run takedown -- undo MH-0012',
].join('\n');
const env = readEnv();
const db = databaseAt(readDatabaseEnv());
const [first = '', second = '', third = '24'] = process.argv.slice(2);
const isTask = first === 'link' || first === 'undo';
const id = tidyStoryId(isTask ? second : first);

async function run(): Promise<boolean> {
  if (id === undefined || (!isTask && saidWords(second) === null) || !(Number(third) > 0)) {
    console.error(usage);
    return false;
  }
  if (first === 'link') {
    const secret = readReceiptSecret() ?? db.secret;
    const expiresAt = new Date(Date.now() + Number(third) * 60 * 60 * 1000);
    await noteAct(db, 'lien-ket-go', id);
    console.log(new URL(takedownLink(secret, { id, expiresAt }), env.siteUrl).href);
    return true;
  }
  if (first === 'undo') {
    const wasDown = await bringBack(db, id);
    console.log(
      wasDown ? `${id} hiện lại theo Airtable ở lần đồng bộ tới.` : `${id} không bị gỡ bằng lệnh này.`,
    );
    return wasDown;
  }
  if (!(await takeDown(db, id, second.trim()))) {
    console.error(`Không có bài nào mang mã ${id}.`);
    return false;
  }
  console.log(`Đã gỡ ${id} khỏi kho; lần dựng trang tới không còn bài này.`);
  await buildAsker(env)(db).then(
    () => console.log('Đã yêu cầu dựng lại trang.'),
    (error: unknown) =>
      console.error(`Chưa yêu cầu dựng lại được; lần đồng bộ tới sẽ yêu cầu. ${String(error)}`),
  );
  return true;
}

const done = await run();
await db.end();
process.exit(done ? 0 : 1);
