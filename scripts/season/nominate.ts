import { evidenceLimits } from '../../src/filing/evidence/server/evidence-limits.ts';
import { storeSubmission } from '../../src/filing/intake/store.ts';
import { byHand, pdf } from '../../tests/fixtures/evidence-intake.ts';
import { formPage, intakeTools } from '../../tests/fixtures/intake.ts';
import { goodNomination } from '../../tests/fixtures/nominations.ts';
import type { World } from './world.ts';

/** To whom letters about a nomination of the season go: each has an address of its own. */
export const addressOf = (number: number): string => `mua-thi-dua-${number}@donvi.example`;

/** Every third nomination comes with files; every fourth leaves no address. */
export const filesOf = (number: number): number => (number % 3 === 0 ? 2 : 0);
export const hasAddress = (number: number): boolean => number % 4 !== 3;

/** Files one nomination as a browser without script does. */
export async function nominate({ db, blobs, faults }: World, number: number): Promise<void> {
  const tools = intakeTools(db, {
    save: (filed) => storeSubmission(db, filed, { sendsMail: true }),
    files: evidenceLimits(db, blobs, ''),
    readPage: async () => formPage,
  });
  const answers = goodNomination({
    name: `Tập thể mùa thi đua ${number}`,
    contactEmail: hasAddress(number) ? addressOf(number) : undefined,
  });
  const files = Array.from({ length: filesOf(number) }, (_, at) => pdf(`minh-chung-${number}-${at + 1}.pdf`));
  const answer = await byHand(tools, answers, files);
  if (answer.status !== 303) faults.push(`nomination ${number}: ${answer.status}`);
}
