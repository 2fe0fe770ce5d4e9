import { defineLiveCollection } from 'astro:content';
import type { LiveLoader } from 'astro/loaders';
import type { z } from 'zod';
import { siteDigest } from './back-office/sync/rebuild.ts';
import { servedBuildSchema } from './back-office/sync/served-build.ts';
import { answerTimesSchema, publicAnswerSchema } from './filing/public-answers/public-answer.ts';
import { readPublicAnswers } from './filing/public-answers/store.ts';
import { formerKeys } from './filing/receipts/signing/server/public-key.ts';
import { signerOf } from './filing/receipts/signing/server/signer.ts';
import { keptOwnerFileSchema } from './filing/settings/kept-files.ts';
import { keepOwnerFiles } from './filing/settings/server/keep-files.ts';
import { readSettings } from './filing/settings/server/store.ts';
import { medianAnswerDays } from './filing/status/state-days.ts';
import { adoptionSchema } from './gallery/adoptions/adoption.ts';
import { readAdoptions } from './gallery/adoptions/server/store.ts';
import { signHonours } from './gallery/honours/server/sign-honours.ts';
import { signedHonourSchema, verifyingKeySchema } from './gallery/honours/statement.ts';
import { dataStateSchema } from './gallery/open-data/data-state.ts';
import { editionSchema } from './gallery/open-data/edition.ts';
import { readDataStates } from './gallery/open-data/server/data-states.ts';
import { readEditions } from './gallery/open-data/server/editions.ts';
import { photoStem } from './gallery/photos/photo-files.ts';
import { withPhotos } from './gallery/photos/with-photos.ts';
import { readWithdrawn } from './gallery/stories/server/publication-log.ts';
import { recordBuild } from './gallery/stories/server/record-build.ts';
import { isMigrated, keepsShown, readPublished } from './gallery/stories/server/store.ts';
import { storySchema, withdrawnSchema } from './gallery/story.ts';
import { readDatabaseEnv, readEnv } from './platform/env.ts';
import { openDatabase } from './platform/postgres.ts';
import { publishedPlans } from './progress/coverage/published-plans.ts';
import { confirmedSchema } from './progress/filing.ts';
import { readFilings } from './progress/server/store.ts';
import { thingSchema, thingsOf } from './progress/taken-back/things.ts';
import { closingSchema, presentSumsSchema } from './progress/years/closing.ts';
import { readClosings, readPresentSums } from './progress/years/server/closings.ts';
import { readYearPages } from './progress/years/server/year-pages.ts';
import { yearPageSchema } from './progress/years/year-pages.ts';
import { begunCases, isForBuild } from './vocabulary/comment-cases.ts';
import { guidance } from './vocabulary/guidance.ts';
import { followRows, settingsSchema } from './vocabulary/owner-settings.ts';

/** Reads the store for a build. An error fails the build, so the last good site stays online. */
async function readStore() {
  const { isLocal, isPreview, siteUrl, RECEIPT_SIGNING_KEY, BUILD_CACHE } = readEnv();
  const signer = signerOf(RECEIPT_SIGNING_KEY);
  const keys = [...(signer ? [signer.publicKey] : []), ...formerKeys].map(({ kid, x }) => ({
    id: kid,
    kid,
    x,
  }));
  const db = openDatabase(readDatabaseEnv().url);
  try {
    const now = new Date();
    const empty = {
      stories: [],
      adoptions: [],
      honours: [],
      keys,
      withdrawn: [],
      builds: [{ id: 'this', digest: '', builtAt: now }],
      settings: [],
      ownerFiles: [],
      editions: [],
      filings: [],
      publicAnswers: [],
      answerTimes: [],
      closings: [],
      presentSums: [],
      dataStates: [],
      yearPages: [],
      things: [],
    };
    if (!(await isMigrated(db))) return empty;
    const shown = { samples: isLocal };
    // Of a list that is not up for comment yet nothing reaches the pages.
    const rows = (await readSettings(db)).filter((row) => isForBuild(row, now, isLocal));
    followRows(rows);
    const settings = [{ id: 'this', rows }];
    // Before the stories: what changes in between asks for another build.
    const digest = await siteDigest(db, shown, now);
    const builds = [{ id: 'this', digest, builtAt: now }];
    const stories = await withPhotos(db, await readPublished(db, shown));
    const adoptions = await readAdoptions(db, isLocal);
    const honours = signHonours(stories, signer, siteUrl);
    const editions = await readEditions(db);
    const filings = await readFilings(db, isLocal);
    const dataStates = await readDataStates(db);
    const closings = await readClosings(db);
    const presentSums = await readPresentSums(db);
    const yearPages = await readYearPages(db);
    const ownerFiles = await keepOwnerFiles(db, BUILD_CACHE);
    const publicAnswers = await readPublicAnswers(db);
    const answerTimes = [{ id: 'this', medianDays: await medianAnswerDays(db) }];
    const things = thingsOf({
      adoptions,
      answers: publicAnswers,
      plans: publishedPlans(filings),
      files: ownerFiles,
      cases: begunCases(now),
      guidance: guidance(),
      photos: stories.flatMap(({ id, photo }) => (photo ? [photoStem(id, photo)] : [])),
    });
    const about = {
      things,
      settings,
      ownerFiles,
      editions,
      filings,
      closings,
      presentSums,
      yearPages,
      dataStates,
      publicAnswers,
      answerTimes,
    };
    const read = { stories, adoptions, honours, keys, builds, ...about };
    if (!(await keepsShown(db))) return { ...read, withdrawn: [] };
    await recordBuild(db, stories, { builtAt: now, isPreview });
    return { ...read, withdrawn: await readWithdrawn(db) };
  } finally {
    await db.end();
  }
}

/** One reading serves all collections of a build. */
let read: ReturnType<typeof readStore> | undefined;
const store = () => {
  read ??= readStore();
  return read;
};

type Store = Awaited<ReturnType<typeof readStore>>;

/**
 * One kind of entry in the store. The collections are live, although a build reads the store once: Astro bundles other collections
 * with the pages, and ten thousand stories in a bundle take a gigabyte of memory.
 */
function kept<Kind extends keyof Store, Schema extends z.ZodType>(kind: Kind, schema: Schema) {
  const entries = async () =>
    ((await store())[kind] as readonly { id: string }[]).map((data) => ({ id: data.id, data }));
  const loader: LiveLoader<{ id: string }, { id: string }> = {
    name: kind,
    loadCollection: async () => ({ entries: await entries() }),
    loadEntry: async ({ filter }) => (await entries()).find(({ id }) => id === filter.id),
  };
  return defineLiveCollection({ loader, schema });
}

export const collections = {
  stories: kept('stories', storySchema),
  editions: kept('editions', editionSchema),
  filings: kept('filings', confirmedSchema),
  closings: kept('closings', closingSchema),
  presentSums: kept('presentSums', presentSumsSchema),
  dataStates: kept('dataStates', dataStateSchema),
  yearPages: kept('yearPages', yearPageSchema),
  builds: kept('builds', servedBuildSchema),
  settings: kept('settings', settingsSchema),
  ownerFiles: kept('ownerFiles', keptOwnerFileSchema),
  publicAnswers: kept('publicAnswers', publicAnswerSchema),
  answerTimes: kept('answerTimes', answerTimesSchema),
  adoptions: kept('adoptions', adoptionSchema),
  honours: kept('honours', signedHonourSchema),
  keys: kept('keys', verifyingKeySchema),
  things: kept('things', thingSchema),
  withdrawn: kept('withdrawn', withdrawnSchema),
};
