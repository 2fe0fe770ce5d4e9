import { deCuCaNhan } from '../../../src/filing/definitions/de-cu-ca-nhan.ts';
import type { Database } from '../../../src/platform/postgres.ts';
import { awardListRows } from '../../../tests/fixtures/award-list.ts';
import { exampleAnswers } from '../../../tests/fixtures/example-answers.ts';
import { file, intakeTools } from '../../../tests/fixtures/intake.ts';
import { goodNomination } from '../../../tests/fixtures/nominations.ts';

/** Files a nomination for each line of a list: so many collectives, then so many persons. */
export async function nominate(db: Database, collectives: number, persons: number): Promise<void> {
  const tools = intakeTools(db);
  const lines = awardListRows(collectives, persons).filter(([number = '']) => /^\d+$/.test(number));
  for (const [at, [, name = '', unitName = '']] of lines.entries()) {
    const unit = { name, unitCode: 'khac', unitName };
    const reply =
      at < collectives
        ? await file(tools, goodNomination(unit))
        : await file(tools, exampleAnswers(deCuCaNhan, unit), {}, deCuCaNhan.id);
    if (reply.status !== 201) throw new Error(`${name}: ${reply.status} ${await reply.text()}`);
  }
}
