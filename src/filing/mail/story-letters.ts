import type { Database } from '../../platform/postgres.ts';
import { officialDateTime } from '../../vietnamese/official-date.ts';
import { intakeSlots, site } from '../../vocabulary/site.ts';
import type { Letter } from './letter.ts';
import { type MailPatience, storyLetterQueue } from './outbox.ts';
import { greeting, oneLine, sentByMachine } from './plain-words.ts';
import { type PostTools, sendDue } from './send-due.ts';
import { textAndHtml } from './text-and-html.ts';

/** Most stories in one letter; the next letter has the rest. */
const atMost = 50;

/** SQL: nominations whose story the public site shows, with the path of the story. */
const shown = `
  select distinct on (r.filing_code) r.filing_code as code, '/dien-hinh/' || sh.slug || '/' as path,
    sh.first_shown_at > now() - interval '7 days' as new
  from base_rows r join stories t on t.record_id = r.record_id
    join shown_stories sh on sh.id = t.id and sh.withdrawn_at is null and sh.unserved_since is null
  where r.filing_code is not null and r.gone_at is null order by r.filing_code, sh.first_shown_at`;

/**
 * Queues a letter for each nomination whose story has become public and whose filer gave an address for answers. Of what was public
 * long before anybody could send a letter, none is sent.
 */
async function orderLetters(db: Database): Promise<void> {
  await db.query(
    `insert into story_letters (code)
     select s.code from (${shown}) o join submissions s using (code)
     where o.new and s.answers->>'contactEmail' is not null and s.answers->'contactConsent' = 'true'
     on conflict do nothing`,
  );
}

/** A letter about stories of one address; `attempts` includes this try. */
interface DueStoryLetter {
  address: string;
  codes: string[];
  stories: { code: string; path: string }[];
  attempts: number;
}

/**
 * Leases the letter that has waited longest, with all others for its address, one sync at a time; null when none is due. An address
 * gets one such letter in ten minutes. A story that was taken down meanwhile waits.
 */
async function claimStoryLetter(
  db: Database,
  { leaseMs }: Pick<MailPatience, 'leaseMs'>,
): Promise<DueStoryLetter | null> {
  const { rows } = await db.query<DueStoryLetter>(
    `with due as (
       select l.code, lower(s.answers->>'contactEmail') as address, l.next_attempt_at
       from story_letters l join submissions s using (code) join (${shown}) o using (code)
       where ${storyLetterQueue.isDue('l')} and (select pg_try_advisory_xact_lock(117))
     ), first as (
       select address from due d
       where not exists (select from story_letters o join submissions p using (code)
         where o.sent_at > now() - interval '10 minutes' and lower(p.answers->>'contactEmail') = d.address)
       order by next_attempt_at limit 1
     ), claimed as (
       update story_letters l set ${storyLetterQueue.lease('$1')}
       where code in (select code from due join first using (address) order by code limit $2)
       returning l.code, l.attempts
     )
     select min(s.answers->>'contactEmail') as address, max(c.attempts) as attempts,
       array_agg(s.code order by s.code) as codes,
       jsonb_agg(jsonb_build_object('code', s.code, 'path', o.path) order by s.code) as stories
     from claimed c join submissions s using (code) join (${shown}) o using (code) having count(*) > 0`,
    [leaseMs, atMost],
  );
  return rows[0] ?? null;
}

/** A letter that says which stories are public, where, and what to do about a mistake. It repeats nothing that the unit typed. */
function storyLetter(
  { address, stories, codes }: Pick<DueStoryLetter, 'address' | 'stories' | 'codes'>,
  siteUrl: string,
): Letter {
  const [first] = stories;
  const listed = stories.map(({ code, path }): [string, string] => [code, new URL(path, siteUrl).href]);
  return {
    to: address,
    subject: oneLine(
      stories.length === 1
        ? `Hồ sơ ${first?.code}: bài điển hình đã lên trang`
        : `${stories.length} bài điển hình đã lên trang`,
    ),
    ...textAndHtml([
      { text: greeting },
      {
        text: `Bài viết từ đề cử của đơn vị đã được công bố trên trang ${site.name}, tính đến ${officialDateTime(new Date())}. Mã hồ sơ và địa chỉ bài:`,
      },
      { listed },
      {
        text: 'Địa chỉ này giữ lâu dài, có thể dẫn lại. Thấy chỗ chưa đúng, hoặc không muốn bài, ảnh, liên hệ được đăng nữa, xin báo Sở Nội vụ kèm mã hồ sơ.',
      },
      { text: `Nơi nhận: ${intakeSlots.contact}.` },
      { text: sentByMachine },
    ]),
    messageId: `<bai-len-trang.${codes[0]?.toLowerCase()}.${codes.length}@${new URL(siteUrl).hostname}>`,
    attachments: [],
  };
}

/** Tells units that their stories are public: each once. See `sendDue`. */
export async function sendStoryLetters(db: Database, tools: PostTools & { siteUrl: string }) {
  await orderLetters(db);
  return sendDue(
    db,
    {
      queue: storyLetterQueue,
      claim: claimStoryLetter,
      write: async (due) => storyLetter(due, tools.siteUrl),
    },
    tools,
  );
}
