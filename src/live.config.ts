import { defineLiveCollection } from 'astro:content';
import type { LiveLoader } from 'astro/loaders';
import { formerKeys } from './filing/receipts/signing/server/public-key.ts';
import { signerOf } from './filing/receipts/signing/server/signer.ts';
import { readAdoptions } from './gallery/adoptions/server/store.ts';
import { readDatabaseEnv, readEnv } from './platform/env.ts';
import { noteDrawnSizes } from './gallery/photos/drawn-sizes.ts';
import { photoStem } from './gallery/photos/photo-files.ts';
import { withPhotos } from './gallery/photos/with-photos.ts';
import { openDatabase } from './platform/postgres.ts';
import { adoptionSchema } from './gallery/adoptions/adoption.ts';
import { signHonours } from './gallery/honours/server/sign-honours.ts';
import { editionSchema } from './gallery/open-data/edition.ts';
import { dataStateSchema } from './gallery/open-data/data-state.ts';
import { readDataStates } from './gallery/open-data/server/data-states.ts';
import { readEditions } from './gallery/open-data/server/editions.ts';
import { signedHonourSchema, verifyingKeySchema } from './gallery/honours/statement.ts';
import { storySchema, withdrawnSchema } from './gallery/story.ts';
import { readWithdrawn, recordPublication } from './gallery/stories/server/publication-log.ts';
import { isMigrated, keepsShown, readPublished } from './gallery/stories/server/store.ts';
import { servedBuildSchema } from './back-office/sync/served-build.ts';
import { confirmedSchema } from './progress/filing.ts';
import { closingSchema, presentSumsSchema } from './progress/years/closing.ts';
import { readYearPages } from './progress/years/server/year-pages.ts';
import { yearPageSchema } from './progress/years/year-pages.ts';
import { readClosings, readPresentSums } from './progress/years/server/closings.ts';
import { readFilings } from './progress/server/store.ts';
import { publishedPlans } from './progress/coverage/published-plans.ts';
import { thingSchema, thingsOf } from './progress/taken-back/things.ts';
import { answerTimesSchema, publicAnswerSchema } from './filing/public-answers/public-answer.ts';
import { readPublicAnswers } from './filing/public-answers/store.ts';
import { medianAnswerDays } from './filing/status/state-days.ts';
import { keptOwnerFileSchema } from './filing/settings/kept-files.ts';
import { keepOwnerFiles } from './filing/settings/server/keep-files.ts';
import { readSettings } from './filing/settings/server/store.ts';
import { begunCases, isForBuild } from './vocabulary/comment-cases.ts';
import { guidance } from './vocabulary/guidance.ts';
import { followRows, settingsSchema } from './vocabulary/owner-settings.ts';
import { siteDigest } from './back-office/sync/rebuild.ts';

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
      answers: [],
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
    const answers = await readPublicAnswers(db);
    const answerTimes = [{ id: 'this', medianDays: await medianAnswerDays(db) }];
    const things = thingsOf({
      ...{ adoptions, answers, plans: publishedPlans(filings), files: ownerFiles },
      ...{ cases: begunCases(now), guidance: guidance() },
      photos: stories.flatMap(({ id, photo }) => (photo ? [photoStem(id, photo)] : [])),
    });
    const ofUnits = { filings, closings, presentSums, yearPages, answers, answerTimes };
    const about = { things, settings, ownerFiles, editions, dataStates, ...ofUnits };
    const read = { stories, adoptions, honours, keys, builds, ...about };
    if (!(await keepsShown(db))) return { ...read, withdrawn: [] };
    if (!isPreview) {
      await noteDrawnSizes(db, stories);
      await recordPublication(db, stories, now);
    }
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

/**
 * A loader for one kind of entry in the store. The collections are live, although a build reads the store once: Astro bundles
 * other collections with the pages, and ten thousand stories in a bundle take a gigabyte of memory.
 */
function kept<T extends { id: string }>(
  name: string,
  pick: (all: Awaited<ReturnType<typeof readStore>>) => readonly T[],
): LiveLoader<T, { id: string }> {
  const entries = async () => pick(await store()).map((data) => ({ id: data.id, data }));
  return {
    name,
    loadCollection: async () => ({ entries: await entries() }),
    loadEntry: async ({ filter }) => (await entries()).find(({ id }) => id === filter.id),
  };
}

export const collections = {
  stories: defineLiveCollection({ loader: kept('stories', ({ stories }) => stories), schema: storySchema }),
  editions: defineLiveCollection({
    loader: kept('editions', ({ editions }) => editions),
    schema: editionSchema,
  }),
  filings: defineLiveCollection({
    loader: kept('filings', ({ filings }) => filings),
    schema: confirmedSchema,
  }),
  closings: defineLiveCollection({
    loader: kept('closings', ({ closings }) => closings),
    schema: closingSchema,
  }),
  presentSums: defineLiveCollection({
    loader: kept('presentSums', ({ presentSums }) => presentSums),
    schema: presentSumsSchema,
  }),
  dataStates: defineLiveCollection({
    loader: kept('dataStates', ({ dataStates }) => dataStates),
    schema: dataStateSchema,
  }),
  yearPages: defineLiveCollection({
    loader: kept('yearPages', ({ yearPages }) => yearPages),
    schema: yearPageSchema,
  }),
  builds: defineLiveCollection({ loader: kept('builds', ({ builds }) => builds), schema: servedBuildSchema }),
  settings: defineLiveCollection({
    loader: kept('settings', ({ settings }) => settings),
    schema: settingsSchema,
  }),
  ownerFiles: defineLiveCollection({
    loader: kept('ownerFiles', ({ ownerFiles }) => ownerFiles),
    schema: keptOwnerFileSchema,
  }),
  publicAnswers: defineLiveCollection({
    loader: kept('publicAnswers', ({ answers }) => answers),
    schema: publicAnswerSchema,
  }),
  answerTimes: defineLiveCollection({
    loader: kept('answerTimes', ({ answerTimes }) => answerTimes),
    schema: answerTimesSchema,
  }),
  adoptions: defineLiveCollection({
    loader: kept('adoptions', ({ adoptions }) => adoptions),
    schema: adoptionSchema,
  }),
  honours: defineLiveCollection({
    loader: kept('honours', ({ honours }) => honours),
    schema: signedHonourSchema,
  }),
  keys: defineLiveCollection({ loader: kept('keys', ({ keys }) => keys), schema: verifyingKeySchema }),
  things: defineLiveCollection({ loader: kept('things', ({ things }) => things), schema: thingSchema }),
  withdrawn: defineLiveCollection({
    loader: kept('withdrawn', ({ withdrawn }) => withdrawn),
    schema: withdrawnSchema,
  }),
};
