import { expect, test } from '@playwright/test';
import { activatedSocket } from '../../../src/server/http/listen.ts';

// tests/unit/server/ground.test.ts starts servers on such a socket.
const cases: readonly [what: string, env: Record<string, string>, isOurs: boolean][] = [
  ['systemd handed a socket to this process', { LISTEN_FDS: '1', LISTEN_PID: '42' }, true],
  ['it handed several: the first is the one of the site', { LISTEN_FDS: '2', LISTEN_PID: '42' }, true],
  ['a program that hands sockets over does not say to whom', { LISTEN_FDS: '1' }, true],
  ['the socket was for the process that started this one', { LISTEN_FDS: '1', LISTEN_PID: '41' }, false],
  ['no socket was handed over', {}, false],
  ['systemd has none to hand over', { LISTEN_FDS: '0', LISTEN_PID: '42' }, false],
  ['the variable is empty', { LISTEN_FDS: '', LISTEN_PID: '' }, false],
  ['the variable is no number', { LISTEN_FDS: 'x' }, false],
];

for (const [what, env, isOurs] of cases) {
  test(`the server ${isOurs ? 'takes the socket' : 'opens a port'} where ${what}`, () => {
    expect(activatedSocket(env, 42)).toEqual(isOurs ? { fd: 3 } : undefined);
  });
}
