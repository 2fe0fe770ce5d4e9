import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

// A worker. Receives a challenge, posts the number of tries after every `sayEvery` of them, and at the end the solution.
const sayEvery = 20;

self.onmessage = async ({ data: challenge }: MessageEvent<Challenge>) => {
  let tries = 0;
  const solution = await solveChallenge({
    challenge,
    deriveKey: (...given) => {
      tries += 1;
      if (tries % sayEvery === 0) self.postMessage({ tries });
      return deriveKey(...given);
    },
  });
  self.postMessage({ solution });
};
