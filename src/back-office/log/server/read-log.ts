import type { Database } from '../../../platform/postgres.ts';
import { type Act, firstDigest, linkDigest } from '../act.ts';

/** The newest entries, oldest of them first; those of one code, `Mã` or record where it is given. */
export async function readLog(db: Database, subject: string | null, most: number): Promise<Act[]> {
  const { rows } = await db.query<Act>(
    `select id, at, act, subject, detail, actor from acts where $1::text is null or subject = $1
     order by at desc, id limit $2`,
    [subject, most],
  );
  return rows.toReversed();
}

/** What a check of the chain found. `faults` say which link does not hold, and why. */
export interface Verdict {
  links: number;
  /** Entries that are not linked yet: at most those of the last minutes. */
  unlinked: number;
  last: string;
  faults: string[];
}

type Link = { no: string; digest: string } & { [Key in keyof Act]: Act[Key] | null };

const chain = `select l.no, l.digest, a.id, a.at, a.act, a.subject, a.detail, a.actor
  from act_links l left join acts a on a.id = l.act_id where l.no > $1 order by l.no limit 5000`;

function isWhole(link: Link): link is Link & Act {
  return link.id !== null;
}

/**
 * Computes the whole chain anew and compares it with what is stored, and with the seals of the days. `kept` is a digest that was
 * printed earlier: it must be in the chain.
 */
export async function verifyLog(db: Database, kept?: string): Promise<Verdict> {
  const faults: string[] = [];
  const digests = new Map<number, string>([[0, firstDigest]]);
  let [no, digest] = [0, firstDigest];
  for (;;) {
    const { rows } = await db.query<Link>(chain, [no]);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (Number(row.no) !== no + 1) faults.push(`Thiếu mắt xích ${no + 1}.`);
      no = Number(row.no);
      if (!isWhole(row)) faults.push(`Mắt xích ${no}: mục đã bị xóa.`);
      else if (linkDigest(digest, row) !== row.digest)
        faults.push(`Mắt xích ${no}: mục “${row.act} ${row.subject}” đã bị sửa, hoặc chuỗi bị chen.`);
      // The stored digest goes on, so that one fault is told once.
      digest = row.digest;
      digests.set(no, digest);
    }
  }
  const { rows: seals } = await db.query<{ day: string; no: string; digest: string }>(
    'select day::text, last_no as no, digest from act_seals order by day',
  );
  for (const seal of seals)
    if (digests.get(Number(seal.no)) !== seal.digest) faults.push(`Niêm phong ngày ${seal.day} không khớp.`);
  if (kept !== undefined && ![...digests.values()].includes(kept))
    faults.push('Mã niêm phong đã giữ không có trong chuỗi: chuỗi đã bị viết lại.');
  const { rows: rest } = await db.query<{ count: number }>(
    'select count(*)::int as count from acts a where not exists (select from act_links l where l.act_id = a.id)',
  );
  return { links: digests.size - 1, unlinked: rest[0]?.count ?? 0, last: digest, faults };
}
