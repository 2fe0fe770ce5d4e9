import { join } from 'node:path';
import { dev } from 'astro';
import { z } from 'zod';
import { devFunctions, type ViteServer } from './dev-functions.ts';

const jobSchema = z.object({ default: z.function({ input: [], output: z.promise(z.unknown()) }) });

/** The site under development. */
interface DevSite {
  /** Runs a function that the platform runs by the clock, as its file now is. */
  runJob: (path: string) => Promise<void>;
  /** Reads the published records again, and has open pages load themselves again. */
  reloadStories: () => void;
  stop: () => Promise<void>;
}

/**
 * Starts Astro's development server with the functions of the site at a free port of this machine. `folder` keeps what it
 * makes of the sources.
 */
export async function startDevSite(port: number, folder: string): Promise<DevSite> {
  let current: ViteServer | undefined;
  const server = () => {
    if (!current) throw new Error('The development server has not started.');
    return current;
  };
  const site = await dev({
    logLevel: 'warn',
    server: { port, host: '127.0.0.1' },
    devToolbar: { enabled: false },
    cacheDir: join(folder, 'astro'),
    integrations: [
      {
        name: 'dev-site',
        hooks: {
          'astro:server:setup': ({ server: started }) => {
            current = started;
          },
        },
      },
    ],
    vite: {
      cacheDir: join(folder, 'vite'),
      server: { strictPort: true, watch: { ignored: ['**/.local/**', '**/dist/**', '**/tests/**'] } },
      plugins: [devFunctions(`http://localhost:${port}`)],
    },
  });
  return {
    runJob: async (path) => {
      await jobSchema.parse(await server().ssrLoadModule(`/${path}`)).default();
    },
    reloadStories: () => {
      // Modules keep what they have read: all are run again, first on the server and then in the open pages.
      for (const { hot } of Object.values(server().environments)) hot.send({ type: 'full-reload' });
    },
    stop: site.stop,
  };
}
