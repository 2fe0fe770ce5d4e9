import { execFile, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

// A firewall of the kernel's own: `no-way-out.test.ts` guards what Node offers, this one whatever a process can do.

/** Runs a command in a network of its own: this machine's loopback, no other device, and a name server that nobody reaches. */
const alone = (resolvers: string, command: readonly string[]): [string, string[]] => [
  'unshare',
  [
    ...['--net', '--mount', 'sh', '-c'],
    `ip link set lo up && mount --bind "$0" /etc/resolv.conf && exec "$@"`,
    resolvers,
    ...command,
  ],
];

test('in a network without a way out, the server files, delivers to the stand-in and tries to reach nobody else', async () => {
  const folder = await temporaryFolder();
  const resolvers = join(folder.path, 'resolv.conf');
  await writeFile(resolvers, 'nameserver 192.0.2.53\noptions timeout:1 attempts:1\n');
  const { error, status, stderr } = spawnSync(...alone(resolvers, ['true']), { encoding: 'utf8' });
  const why = error?.message ?? stderr.trim();
  test.skip(
    status !== 0,
    `A network of its own wants Linux, the user root, and the commands unshare, ip and mount: ${why}`,
  );
  const command = [process.execPath, 'tests/fixtures/ground/serve-alone.ts'];
  const { stdout } = await promisify(execFile)(...alone(resolvers, command));
  expect(JSON.parse(stdout)).toEqual({
    filed: 'receipt',
    isDelivered: true,
    tries: 0,
    // What would have been counted.
    seen: { 'http://192.0.2.2/': true, 'http://[2001:db8::2]/': true, 'http://one.example/': true },
  });
  await folder.remove();
});
