import { faultLine } from '../../platform/http/fault-line.ts';
import type { Database } from '../../platform/postgres.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import { findForm } from '../definitions/registry.ts';
import type { ClaimedSubmission, QueuedSubmission } from '../submission.ts';
import { type DuplicateCheck, findDuplicates, unitNominationsAnHour } from './find-duplicates.ts';

const earlierAward = ({ id, day, isModel }: DuplicateCheck['earlierAwards'][number]) =>
  `${id} (${isModel ? 'mô hình đã công bố' : 'đã được vinh danh'}, ${officialDate(day)})`;

function declaredOf({ sameAchievement, sameAchievementDecision, priorAwards }: Record<string, unknown>) {
  const said: string[] = [];
  if (sameAchievement === 'co')
    said.push(`Đơn vị khai thành tích này đã được khen thưởng: ${String(sameAchievementDecision)}.`);
  if (Array.isArray(priorAwards) && priorAwards.length > 0)
    said.push(`Đơn vị khai ${priorAwards.length} lần khen thưởng trước đây.`);
  return said;
}

const noReason =
  'Phiếu này được xếp “Không đủ điều kiện” mà chưa ghi lý do: ghi vào cột “Hướng dẫn bổ sung”, đơn vị đọc được ngay.';

function sentences({ answers, lacksReason }: ClaimedSubmission, found: DuplicateCheck | undefined): string[] {
  const said: string[] = lacksReason ? [noReason] : [];
  if (found && found.duplicates.length > 0)
    said.push(`Có thể trùng với hồ sơ ${found.duplicates.join(', ')}.`);
  said.push(...declaredOf(answers));
  if (found && found.earlierAwards.length > 0)
    said.push(`Trùng tên với ${found.earlierAwards.map(earlierAward).join(', ')}.`);
  if (found?.isFast) said.push('Phiếu được điền nhanh khác thường, chưa đến ba giây sau khi mở trang.');
  if (found?.isOfBusyUnit) said.push(`Đơn vị này gửi hơn ${unitNominationsAnHour} phiếu trong một giờ.`);
  return said;
}

async function duplicatesIn(db: Database, chunk: readonly ClaimedSubmission[]): Promise<DuplicateCheck[]> {
  try {
    return await findDuplicates(db, chunk);
  } catch (error) {
    console.error(`No warnings for ${chunk.map(({ code }) => code).join(', ')}: ${faultLine(error)}`);
    return [];
  }
}

/**
 * Adds warnings for staff to submissions; only nominations can have any. Neither a warning nor an error in finding warnings stops
 * a delivery.
 */
export async function withWarnings(
  db: Database,
  chunk: readonly ClaimedSubmission[],
): Promise<QueuedSubmission[]> {
  const nominations = chunk.filter(({ form }) => findForm(form)?.isNomination);
  const found = nominations.length > 0 ? await duplicatesIn(db, nominations) : [];
  const byCode = new Map(found.map((check) => [check.code, check]));
  return chunk.map((submission) => ({
    ...submission,
    warnings: nominations.includes(submission) ? sentences(submission, byCode.get(submission.code)) : [],
  }));
}
