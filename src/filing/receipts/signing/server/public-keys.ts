import { jsonReply, problemReply } from '../../../../platform/http/replies.ts';
import { formerKeys, type PublicKey } from './public-key.ts';
import type { Signer } from './signer.ts';

/**
 * `GET /api/v1/receipt-key.json`: the public keys of signed receipts as a JWK Set (RFC 7517), the one that signs now before the former
 * ones; empty where the service never had a key; 405.
 */
export function getPublicKeys(
  request: Request,
  signer: Signer | null,
  former: readonly PublicKey[] = formerKeys,
): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return problemReply(405, 'Hãy đọc khóa bằng GET.', { Allow: 'GET, HEAD' });
  }
  return jsonReply(200, { keys: [...(signer ? [signer.publicKey] : []), ...former] });
}
