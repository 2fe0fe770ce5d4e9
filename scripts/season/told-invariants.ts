import { endsCase, stateById, waitsForUnit } from '../../src/filing/states.ts';
import { addressOf, filesOf, hasAddress } from './nominate.ts';
import type { World } from './world.ts';

interface Nomination {
  code: string;
  state: string;
  number: number;
  /** Whether the site shows the story that came from it. */
  isShown: boolean;
}

/** The nominations of the season, with the number that each was filed under. */
async function nominationsOf({ db }: World): Promise<Nomination[]> {
  const { rows } = await db.query<Nomination>(
    `select s.code, s.state, substring(s.answers ->> 'name' from '\\d+$')::int as number,
       exists (select from base_rows r join stories t on t.record_id = r.record_id
         join shown_stories sh on sh.id = t.id and sh.withdrawn_at is null
         where r.filing_code = s.code and r.gone_at is null) as "isShown"
     from submissions s where s.answers ->> 'name' like 'Tập thể mùa thi đua %'`,
  );
  return rows;
}

/**
 * Who waited was told, and nobody of anything twice. A sync that is killed after the mail server took a letter sends it again under its
 * own number, which is one letter to its reader: one for each kill.
 */
async function letters(world: World): Promise<string[]> {
  const arrived = world.mailServer.arrived.map(({ to, mail }) => `${to.join()} ${mail.messageId}`);
  const twice = arrived.filter((one, at) => arrived.indexOf(one) !== at);
  const lacking = (await nominationsOf(world)).flatMap(({ code, state, number, isShown }) => {
    if (!hasAddress(number)) return [];
    const own = arrived.filter((one) => one.startsWith(`${addressOf(number)} `));
    const found = stateById(state);
    const wanted = [
      [waitsForUnit(found) || endsCase(found), `<trang-thai.${code.toLowerCase()}.1.${state}@`],
      [isShown, `<bai-len-trang.${code.toLowerCase()}.`],
      [true, `<bien-nhan.${code.toLowerCase()}`],
    ] as const;
    return wanted.flatMap(([isDue, id]) =>
      isDue && !own.some((one) => one.includes(id)) ? [`${code}: no letter ${id}`] : [],
    );
  });
  return [...(twice.length > world.kills() ? twice.map((one) => `sent twice: ${one}`) : []), ...lacking];
}

/** Each file of a unit stands once in its row. */
async function evidence(world: World): Promise<string[]> {
  const rows = new Map(
    (await world.staff.rows('Đề cử')).map(({ fields }) => [fields['Mã hồ sơ'], fields['Tệp minh chứng']]),
  );
  return (await nominationsOf(world)).flatMap(({ code, number }) => {
    const held = [rows.get(code) ?? []].flat().length;
    return held === filesOf(number) ? [] : [`${code} has ${held} files in its row, not ${filesOf(number)}`];
  });
}

/** What does not hold of letters and files. */
export const brokenTold = async (world: World): Promise<string[]> => [
  ...(await letters(world)),
  ...(await evidence(world)),
];
