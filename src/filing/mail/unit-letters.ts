import type { Database } from '../../platform/postgres.ts';
import { intakeSlots, site } from '../../vocabulary/site.ts';
import { unitByCode } from '../../vocabulary/units.ts';
import { passedOnState } from '../states.ts';
import type { Letter } from './letter.ts';
import { type MailPatience, unitLetterQueue } from './outbox.ts';
import { greeting, oneLine } from './plain-words.ts';
import { type PostTools, sendDue } from './send-due.ts';
import { textAndHtml } from './text-and-html.ts';

/** SQL: what staff passed on to the unit of its place, with the address that a row of `Đầu mối đơn vị` gives the unit. */
export const passedOn = `
  select s.code, s.unit_code, s.answers, d.record_id, a.value ->> 'email' as address
  from submissions s left join deliveries d using (code)
    left join settings a on a.value ->> 'is' = 'contact' and a.value ->> 'unit' = s.unit_code
  where s.form = 'chi-ra' and s.state = '${passedOnState}'`;

/** A letter to the unit of a place; `attempts` includes this try. */
interface DueUnitLetter {
  address: string;
  codes: string[];
  unitCode: string;
  answers: { place?: string; practice?: string; why?: string };
  attempts: number;
}

async function claimUnitLetter(
  db: Database,
  { leaseMs }: Pick<MailPatience, 'leaseMs'>,
): Promise<DueUnitLetter | null> {
  const { rows } = await db.query<DueUnitLetter>(
    `with due as (
       select l.code from unit_letters l join (${passedOn}) p using (code)
       where ${unitLetterQueue.isDue('l')} and p.address is not null
       order by l.next_attempt_at limit 1 for update of l skip locked
     ), claimed as (
       update unit_letters l set ${unitLetterQueue.lease('$1')} from due where l.code = due.code
       returning l.code, l.attempts
     )
     select p.address, array[c.code] as codes, p.unit_code as "unitCode", p.answers, c.attempts
     from claimed c join (${passedOn}) p using (code)`,
    [leaseMs],
  );
  return rows[0] ?? null;
}

/** The letter that asks a unit to look at what someone pointed out. Staff have read these words before. */
function unitLetter(
  { address, codes, unitCode, answers }: Omit<DueUnitLetter, 'attempts'>,
  siteUrl: string,
): Letter {
  const [code = ''] = codes;
  const unit = unitByCode(unitCode)?.name ?? unitCode;
  const said: (readonly [string, string | undefined])[] = [
    ['Đơn vị', unit],
    ['Chỗ', answers.place],
    ['Cách làm', answers.practice],
    ['Vì sao đáng học', answers.why],
    ['Mã hồ sơ', code],
  ];
  return {
    to: address,
    subject: oneLine(`Nhờ xem một cách làm hay ở ${unit} (${code})`),
    ...textAndHtml(
      [
        { text: greeting },
        {
          text: `Một người dân chỉ ra trên trang ${site.name} một cách làm ở nơi đơn vị phụ trách. Sở Nội vụ đã đọc và nhờ đơn vị xem:`,
        },
        { listed: said.flatMap(([name, value]) => (value ? [[name, value] as const] : [])) },
        {
          text: 'Đúng như vậy và người làm đồng ý thì xin đề cử, ghi mã hồ sơ trên ở phần thành tích:',
          link: new URL('/de-cu/', siteUrl).href,
        },
        { text: `Không đúng, hoặc cần hỏi thêm: ${intakeSlots.contact}.` },
        {
          text: 'Thư này do hệ thống gửi, không nhận thư trả lời. Người chỉ ra không để lại tên và cách liên lạc.',
        },
      ],
      'Nhờ xem một cách làm hay',
    ),
    messageId: `<nho-xem.${code.toLowerCase()}@${new URL(siteUrl).hostname}>`,
    attachments: [],
  };
}

/** Asks units to look at what staff passed on to them: each once. See `sendDue`. */
export async function sendUnitLetters(db: Database, tools: PostTools & { siteUrl: string }) {
  await db.query(`insert into unit_letters (code) select code from (${passedOn}) p on conflict do nothing`);
  return sendDue(
    db,
    { queue: unitLetterQueue, claim: claimUnitLetter, write: async (due) => unitLetter(due, tools.siteUrl) },
    tools,
  );
}
