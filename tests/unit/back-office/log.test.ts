import { actLine } from '../../../src/back-office/log/act.ts';
import { readLog, verifyLog } from '../../../src/back-office/log/server/read-log.ts';
import { sealLog } from '../../../src/back-office/log/server/seal.ts';
import { eraseSubmission } from '../../../src/filing/privacy/erase.ts';
import { takeDown } from '../../../src/gallery/stories/server/takedowns.ts';
import { expect, test } from '../../fixtures/database.ts';
import { file, intakeTools } from '../../fixtures/intake.ts';
import { goodNomination } from '../../fixtures/nominations.ts';

const now = new Date('2026-11-29T05:00:00Z');
const tomorrow = new Date('2026-11-30T05:00:00Z');

test('acts are noted with their transaction, without personal data, sealed by day; tampering is found and erasure is not', async ({
  db,
}) => {
  const { code } = await (await file(intakeTools(db), goodNomination())).json();
  await db.query(`update submissions set state = 'dang-kiem-tra' where code = $1`, [code]);
  await db.query(`update submissions set guidance = 'x' where code = $1`, [code]);
  await db.query(
    `insert into stories (id, record_id, slug, state, consent, published_at, sample, fields, withdrawn_reason)
     values ('VD-0001', 'rec1', 'a', 'cong-bo', true, now(), false, '{}', null)`,
  );
  await takeDown(db, 'VD-0001', 'Một lý do có tên người.');
  const rolledBack = await db.connect();
  await rolledBack.query('begin');
  await rolledBack.query(`update submissions set state = 'trung-lap' where code = $1`, [code]);
  await rolledBack.query('rollback');
  rolledBack.release();
  expect(await sealLog(db, now)).toMatchObject([{ day: '2026-11-28', lastNo: 0 }]);
  expect((await readLog(db, code, 10)).map(({ act, detail, actor }) => ({ act, detail, actor }))).toEqual([
    { act: 'trang-thai', detail: { from: 'moi-tiep-nhan', to: 'dang-kiem-tra' }, actor: 'co-quan' },
  ]);
  const lines = (await readLog(db, null, 100)).map(actLine).join('\n');
  expect(lines).toContain('gỡ khẩn cấp · VD-0001');
  expect(lines).not.toContain('tên người');

  await eraseSubmission(db, code, 'yeu-cau');
  const [seal] = await sealLog(db, tomorrow);
  expect(seal).toMatchObject({ day: '2026-11-29', lastNo: 4 });
  expect(await sealLog(db, tomorrow)).toEqual([]);
  expect(await verifyLog(db, seal?.digest)).toMatchObject({ links: 5, unlinked: 0, faults: [] });
  expect((await readLog(db, code, 10)).at(-1)?.act).toBe('xoa-phieu');

  await expect(db.query(`update acts set actor = 'don-vi'`)).rejects.toThrow('append-only');
  await expect(db.query('delete from act_links')).rejects.toThrow('append-only');
  await expect(db.query('truncate act_seals')).rejects.toThrow('append-only');

  // Whoever owns the database can take the triggers away; the chain still tells.
  const owner = await db.connect();
  await owner.query(`set thi_dua.restoring = 'on'`);
  const tampered = async (sql: string) => {
    await owner.query('begin');
    await owner.query(sql);
    await owner.query('commit');
    return (await verifyLog(db, seal?.digest)).faults;
  };
  expect(
    await tampered(`update acts set detail = '{"to":"trung-lap"}' where act = 'trang-thai'`),
  ).toHaveLength(1);
  await owner.query(
    `update acts set detail = '{"from":"moi-tiep-nhan","to":"dang-kiem-tra"}' where act = 'trang-thai'`,
  );
  expect((await verifyLog(db)).faults).toEqual([]);
  expect((await tampered(`delete from acts where act = 'go-khan-cap'`)).join()).toContain('bị xóa');
  expect((await tampered('delete from act_links where no >= 4')).join()).toContain('viết lại');
  owner.release(true);
});
