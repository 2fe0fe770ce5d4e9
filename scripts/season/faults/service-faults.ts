import type { Fault } from '../../airtable-stand-in/fault.ts';
import {
  authenticationRequired,
  billingLimitReached,
  rateLimitReached,
} from '../../airtable-stand-in/refusal.ts';
import type { SeasonFault } from './season-fault.ts';

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

/** What the base's service and its neighbours do. */
export const serviceFaults: readonly SeasonFault[] = [
  service('429', status(rateLimitReached()), 0.2),
  service('calls of the month used up', status(billingLimitReached()), 0.2),
  service('500', { kind: 'status', status: 500 }),
  service('HTML instead of JSON', { kind: 'status', status: 502, html: '<h1>Bad gateway</h1>' }),
  service('answers lost after the work', { kind: 'die-after' }),
  service('connections cut', { kind: 'die-before' }),
  service('the token is refused', status(authenticationRequired()), 1),
  service('a call that never ends', { kind: 'hang' }, 0.02),
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
];
