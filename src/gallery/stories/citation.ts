import { shortMark } from '../../plan/components/short-mark.ts';
import { planDocument } from '../../plan/schema.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import { site } from '../../vocabulary/site.ts';
import type { Adoption } from '../adoptions/adoption.ts';
import { type Story, storyKindNames } from '../story.ts';
import { mainResult } from './main-result.ts';
import { localDay, termsOf } from './story-terms.ts';
import { storyFigures } from './sureness.ts';

/** How to cite a story: `short` within a sentence, `long` complete enough to print without opening the page. */
export interface StoryCitation {
  short: string;
  long: string;
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** “Quyết định số 12/QĐ-UBND ngày 15 tháng 9 năm 2026 của UBND xã …”, with what is known; empty where nothing is. */
export function decisionWords({ decisionNumber, decisionDate, decisionBody }: Story): string {
  if (decisionNumber === null) return '';
  return [
    `Quyết định số ${decisionNumber}`,
    decisionDate && officialDate(decisionDate),
    decisionBody && `của ${decisionBody}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** “III.1.3.2, III.1.3.4”. */
const clauseMarks = ({ clauses }: Story): string => clauses.map(shortMark).join(', ');

const isSample = ({ sample }: Story): string => (sample ? '[Dữ liệu minh họa] ' : '');

const whoIs = ({ kind, name, unitName }: Story): string =>
  kind === 'ca-nhan' ? `${name}, ${unitName}` : `${unitName}, “${name}”`;

const honourOf = (story: Story): string =>
  [termsOf(story).awardForm?.name, decisionWords(story)].filter(Boolean).join(', ');

/** How to cite a story within a sentence: who, which honour by which decision. */
export function shortCitation(story: Story): string {
  const honour = honourOf(story);
  return `${isSample(story)}${whoIs(story)}${honour ? `: ${honour}` : ''} (mã ${story.id})`;
}

/**
 * The citations of a story, ready to paste: who, which honour by which decision, on which occasion, for which clauses of the plan,
 * where and when it was published.
 * @param address the full address to print
 * @param adoptions the public adoptions of a model, which make its figures surer
 */
export function storyCitation(
  story: Story,
  address: string,
  adoptions: readonly Pick<Adoption, 'indicators'>[],
): StoryCitation {
  const { occasion } = termsOf(story);
  const honour = honourOf(story);
  const kind = `${storyKindNames[story.kind].toLocaleLowerCase('vi')}, mã ${story.id}`;
  const result = mainResult(storyFigures(story, adoptions));
  const details = [
    honour,
    honour && occasion && `dịp ${lowerFirst(occasion.name)}`,
    story.clauses.length > 0 && `mục ${clauseMarks(story)} Kế hoạch ${planDocument.number}`,
    result && `kết quả: ${lowerFirst(result.name)} ${result.figures} (${result.sureness})`,
    `${site.name}, công bố ${officialDate(localDay(story.publishedAt))}`,
    address,
  ].filter(Boolean);
  return {
    short: shortCitation(story),
    long: `${isSample(story)}${whoIs(story)} (${kind})${honour ? ': ' : ', '}${details.join(', ')}`,
  };
}
