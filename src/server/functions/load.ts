import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const folder = 'functions';

const rateLimitSchema = z.object({
  windowLimit: z.number().int().positive(),
  /** Seconds. */
  windowSize: z.number().int().positive(),
});

const [everyMinute, everyFiveMinutes] = ['* * * * *', '*/5 * * * *'] as const;

const moduleSchema = z.object({
  default: z.function({ input: [z.instanceof(Request), z.unknown()], output: z.promise(z.unknown()) }),
  config: z.object({
    path: z.union([z.string(), z.array(z.string())]).optional(),
    method: z.union([z.string(), z.array(z.string())]).optional(),
    rateLimit: rateLimitSchema.optional(),
    // Each minute: work of the sync. Each five minutes: a watch over everything else.
    schedule: z.enum([everyMinute, everyFiveMinutes]).optional(),
  }),
});

/** How often one client may call a function in a window of `windowSize` seconds. */
export type RateLimit = z.infer<typeof rateLimitSchema>;

/** A path that a function answers. */
export interface Route {
  path: string;
  methods: readonly string[] | undefined;
  rateLimit: RateLimit | undefined;
  handle: (request: Request, context: unknown) => Promise<unknown>;
}

/** One run of a function by the clock. It ends soon after the signal, where it has steps. */
export type Job = (signal: AbortSignal) => Promise<void>;

/** The functions of the site. */
export interface SiteFunctions {
  routes: Route[];
  /** Work that the platform does each minute. */
  jobs: Job[];
  /** Watches over the service, which the platform runs each five minutes. */
  watches: Job[];
}

/** Loads a module by its path from the project's folder. */
type LoadModule = (path: string) => Promise<unknown>;

const importOnce: LoadModule = (path) => import(pathToFileURL(path).href);

/** Loads the functions of the site, each with the paths, limits and schedule that it declares to the platform. */
export async function loadFunctions(load = importOnce): Promise<SiteFunctions> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).toSorted();
  const modules = await Promise.all(
    names.map(async (name) => moduleSchema.parse(await load(`${folder}/${name}`))),
  );
  const routes = modules.flatMap(({ default: handle, config: { path = [], method, rateLimit } }) =>
    [path].flat().map((one) => ({
      path: one,
      methods: method === undefined ? undefined : [method].flat(),
      rateLimit,
      handle,
    })),
  );
  const at = (wanted: string) =>
    modules.flatMap(({ default: run, config: { schedule } }): Job[] =>
      schedule === wanted
        ? [
            async (signal) =>
              void (await run(new Request('http://localhost/', { method: 'POST', signal }), {})),
          ]
        : [],
    );
  return { routes, jobs: at(everyMinute), watches: at(everyFiveMinutes) };
}
