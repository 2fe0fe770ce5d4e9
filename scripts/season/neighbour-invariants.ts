import type { World } from './world.ts';

/** What Airtable allows a base, less the three calls a second of the sync. */
const roomForOthers = 2;
/** Up to that pace the two are not in each other's way; a machine that is busy may be late with a call once. */
const mostLockouts = 1;
/** Longest wait beside another tool. */
const longestWaitS = 240;

/** Where the sync and another tool were in each other's way. */
export const brokenNeighbours = ({ ledger }: World): string[] =>
  ledger.neighbours.flatMap(({ pace, waitedS, lockouts }) => {
    const beside = `beside a tool at ${pace} calls a second`;
    const isInTheWay = pace <= roomForOthers && lockouts > mostLockouts;
    return [
      ...(waitedS > longestWaitS ? [`an edit took ${Math.round(waitedS)} s ${beside}`] : []),
      ...(isInTheWay ? [`Airtable refused all calls ${lockouts} times ${beside}`] : []),
    ];
  });
