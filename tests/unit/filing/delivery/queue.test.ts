import { claimChunk, usualPatience } from '../../../../src/filing/delivery/queue.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { fileMany } from '../../../fixtures/intake.ts';

test('submissions wait in the order of filing, and two syncs give each its place once', async ({ db }) => {
  const codes: string[] = [];
  for (let filed = 0; filed < 12; filed += 1) codes.push(...(await fileMany(db, 1, filed)));
  const claim = async () => (await claimChunk(db, usualPatience)).map(({ code }) => code);
  expect(await claim()).toEqual(codes.slice(0, 10));
  expect(await claim()).toEqual(codes.slice(10));
  const later = await fileMany(db, 10, 12);
  const shares = await Promise.all([claim(), claim()]);
  expect(shares.flat().toSorted()).toEqual(later.toSorted());
});
