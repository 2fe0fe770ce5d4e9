import type { Fault } from '../airtable-stand-in/fault.ts';
import { billingLimitReached, rateLimitReached } from '../airtable-stand-in/refusal.ts';
import { storyRow } from './story-row.ts';
import type { World } from './world.ts';

/** A fault of the service or a slip of staff. After `play`, everything is as it was. */
interface SeasonFault {
  name: string;
  play: (world: World) => Promise<void>;
}

const stories = 'Điển hình';

/** The service fails in this way for some minutes, for a share of the calls. */
const service = (name: string, fault: Fault, share = 0.5): SeasonFault => ({
  name,
  play: async (world) => {
    world.standIn.setFault(() => (world.random.happens(share) ? fault : null));
    await world.minutes(3);
    world.standIn.setFault(null);
    // The pause after a 429, and the stop of a month that is used up.
    await world.db.query('update airtable_pace set stopped_until = null, stopped_for = null');
  },
});

const status = ({ status: code, body }: { status: number; body: unknown }): Fault => ({
  kind: 'status',
  status: code,
  body,
});

/** Every fault of the findings that a base and its service can have, each once in a season, at random between the steps. */
export const faults: readonly SeasonFault[] = [
  service('429', status(rateLimitReached()), 0.2),
  service('calls of the month used up', status(billingLimitReached()), 0.2),
  service('500', { kind: 'status', status: 500 }),
  service('HTML instead of JSON', { kind: 'status', status: 502, html: '<h1>Bad gateway</h1>' }),
  service('answers lost after the work', { kind: 'die-after' }),
  service('connections cut', { kind: 'die-before' }),
  {
    name: 'a choice is renamed',
    play: async ({ staff, minutes }) => {
      const rename = (name: string, newName: string) =>
        staff.changeColumn(stories, 'Trạng thái', { choices: [{ name, newName }] });
      await rename('Công bố', 'Đã công bố');
      await minutes(2);
      await rename('Đã công bố', 'Công bố');
      await minutes(1);
    },
  },
  {
    name: 'a column is renamed',
    play: async ({ staff, minutes, setUpBase, faults: said }) => {
      await staff.changeColumn(stories, 'Tóm tắt', { name: 'Lời dẫn' });
      await minutes(2);
      const { created } = await setUpBase();
      if (created.length > 0) said.push(`a renamed column was made a second time: ${created.join()}`);
      await staff.changeColumn(stories, 'Lời dẫn', { name: 'Tóm tắt' });
      await minutes(1);
    },
  },
  {
    name: 'a column is deleted',
    play: async ({ staff, minutes, setUpBase }) => {
      await staff.deleteColumn(stories, 'Chú thích ảnh');
      await minutes(2);
      await setUpBase();
      await minutes(1);
    },
  },
  {
    name: 'a row is deleted and made again',
    play: async ({ staff, minutes }) => {
      const [id = ''] = await staff.create(stories, [
        { ...storyRow('MH-9100', 'Làm lại'), 'Trạng thái': 'Nháp' },
      ]);
      await minutes(1);
      await staff.remove(stories, id);
      await staff.create(stories, [{ ...storyRow('MH-9100', 'Làm lại'), 'Trạng thái': 'Nháp' }]);
      await minutes(2);
    },
  },
  {
    name: 'a nomination is copied',
    play: async ({ staff, minutes }) => {
      const [row] = await staff.rows('Đề cử');
      if (!row) return;
      const copy = { 'Mã hồ sơ': row.fields['Mã hồ sơ'], 'Trạng thái': 'Không đủ điều kiện' };
      const [id = ''] = await staff.create('Đề cử', [copy]);
      await minutes(2);
      await staff.remove('Đề cử', id);
      await minutes(1);
    },
  },
  {
    name: 'the mail server asks to wait',
    play: async ({ mailServer, minutes }) => {
      mailServer.setMood('asks to wait');
      await minutes(3);
      mailServer.setMood('takes');
      await minutes(5);
    },
  },
  {
    name: 'the webhook is lost',
    play: async ({ db, minutes }) => {
      await db.query(
        `update sync_memory set value = jsonb_set(value, '{open,id}', '"achGone"') where name = 'feed'`,
      );
      await minutes(3);
    },
  },
  {
    name: 'the sync stands still for nine days',
    play: async ({ moveOn, minutes }) => {
      await moveOn(9 * 24 * 60 * 60_000);
      await minutes(3);
    },
  },
];
