import type { Signer } from '../../../filing/receipts/signing/server/signer.ts';
import type { Story } from '../../story.ts';
import { honourProof, honourStatement, type SignedHonour } from '../statement.ts';

/**
 * The honours of published stories, each signed where the service has a key.
 * @param origin where the site stands
 */
export const signHonours = (
  stories: readonly Story[],
  signer: Signer | null,
  origin: string,
): SignedHonour[] =>
  stories.flatMap((story) => {
    const statement = honourStatement(story, origin);
    if (!statement) return [];
    const signature = signer?.signText(JSON.stringify(statement), honourProof) ?? null;
    return [{ id: story.id, proof: honourProof, statement, signature }];
  });
