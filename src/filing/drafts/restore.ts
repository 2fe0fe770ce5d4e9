import { controlsOf, isAsSent } from './controls.ts';
import { changed, type Draft, type KeptAnswer } from './draft.ts';
import type { DraftAutosave } from './draft-autosave.ts';
import { holdDraft } from './draft-lock.ts';
import { asksConsent, type FormFacts } from './form-facts.ts';
import { hideMessage, type Message, showMessage } from './panel.ts';
import { misfits, putBack } from './put-back.ts';
import { readAnswers } from './read-answers.ts';

/** The parts that restoring a draft needs. */
export interface RestoreTools {
  form: HTMLFormElement;
  facts: FormFacts;
  keeper: DraftAutosave;
  /** The part of the draft box for messages. */
  place: HTMLElement;
  /** Called after the draft was put on the page. */
  restored: () => void;
}

const heldElsewhere: Message = {
  title: 'Bản nháp này đang mở ở một thẻ khác',
  texts: ['Hãy điền tiếp ở thẻ đó, hoặc đóng thẻ đó rồi bấm lại.'],
};

/** Warnings before the draft replaces the page's answers; none if nothing would be lost. */
function doubts(
  draft: Draft,
  { version }: FormFacts,
  overwritten: number,
  lost: readonly KeptAnswer[],
): string[] {
  const texts: string[] = [];
  if (overwritten > 0) {
    texts.push(
      `Trên trang đang có ${overwritten} câu trả lời khác với bản nháp; bản nháp sẽ thay vào chỗ đó.`,
    );
  }
  if (draft.version !== version) {
    texts.push(`Phiếu đã đổi từ bản ${draft.version} sang bản ${version} sau khi bản nháp được lưu.`);
    if (lost.length === 0) texts.push('Mọi câu trả lời trong bản nháp vẫn có chỗ.');
  }
  if (lost.length > 0) texts.push('Những câu trả lời sau không còn chỗ trong phiếu:');
  return texts;
}

/** The message after the draft was put on the page. */
export function outcome(draft: Draft, lost: readonly KeptAnswer[], hasConsents: boolean): Message {
  const texts = hasConsents
    ? [
        'Chưa gửi. Trước khi gửi, hãy đánh dấu lại các ô cam kết và đồng ý: các ô này không được lưu trong bản nháp.',
      ]
    : [];
  if (draft.isPending) {
    texts.push(
      'Lần trước đã bấm gửi nhưng chưa rõ đã đến nơi hay chưa. Hãy bấm gửi lại: nếu đã đến nơi, trang trả lại đúng kết quả của lần đầu, không tạo hồ sơ thứ hai.',
    );
  }
  if (lost.length > 0)
    texts.push('Những câu trả lời sau không đưa lại được; chép sang chỗ khác nếu còn cần:');
  return { title: 'Đã đưa bản nháp vào phiếu', texts, items: lost };
}

/** Locks the draft first; if another tab has the lock, changes nothing. */
async function place(draft: Draft, tools: RestoreTools, origin: string): Promise<void> {
  const { form, facts, keeper } = tools;
  const letGo = draft.key === keeper.key ? () => undefined : await holdDraft(draft.key);
  if (!letGo) {
    showMessage(tools.place, heldElsewhere);
    return;
  }
  keeper.take(draft, letGo);
  keeper.origin = origin;
  const lost = putBack(form, draft.answers, facts);
  keeper.homeless = lost;
  keeper.touch();
  form.dispatchEvent(new CustomEvent('answers-changed'));
  tools.restored();
  showMessage(tools.place, outcome(draft, lost, asksConsent(form, facts)));
}

/**
 * Puts a draft on the page. Asks first if that would lose typed text or leave out an answer. `origin` is the submission key of the
 * draft file, if the draft comes from one.
 */
export async function restore(draft: Draft, tools: RestoreTools, origin = ''): Promise<void> {
  const { form, facts } = tools;
  // Values that the page was loaded with are part of the submission, so they are not lost.
  const typed = new Set(controlsOf(form).flatMap((control) => (isAsSent(control) ? [] : [control.name])));
  const onPage = readAnswers(form, facts.never).filter(({ name }) => typed.has(name));
  const overwritten = changed(onPage, draft.answers).length;
  const lost = misfits(form, draft.answers, facts.never);
  const texts = doubts(draft, facts, overwritten, lost);
  if (texts.length === 0) return place(draft, tools, origin);
  showMessage(tools.place, {
    title: 'Đưa bản nháp vào phiếu?',
    texts,
    items: lost,
    choices: [
      { text: 'Đưa bản nháp vào', act: () => void place(draft, tools, origin) },
      { text: 'Giữ những gì đang có trên trang', act: () => hideMessage(tools.place) },
    ],
  });
}
