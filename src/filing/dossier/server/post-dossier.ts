import { answerPost, replierOf } from '../../../platform/http/answer-post.ts';
import { fileReply, problemReply } from '../../../platform/http/replies.ts';
import { type FormMessages, fillForm, type TypedPairs } from '../../forms/server/fill-form.ts';
import { findDossierForm } from '../dossier-forms.ts';
import { draftDossier } from '../draft.ts';
import { dispositionOf, packDossier } from '../pack.ts';

/** The adapters that drafting a dossier needs. */
export interface DossierTools {
  /** Counts the draft against its sender's limit; false if there were too many. */
  withinLimit: () => Promise<boolean>;
  /** Reads the built page at a path of the site. */
  readPage: (path: string) => Promise<string>;
}

/**
 * `POST /api/dossier/<form>`: a ZIP of three `.docx` drafted from the answers so far. Stores nothing and logs no answer.
 * Answers 422 with every wrong answer, and 400, 403, 404, 405, 413, 415, 429, 503 as `POST /api/forms/<form>` does.
 */
export async function postDossier(request: Request, formId: string, tools: DossierTools): Promise<Response> {
  const form = findDossierForm(formId);
  if (!form) return problemReply(404, 'Không soạn hồ sơ từ phiếu này.');
  const page = async (pairs: TypedPairs, messages: FormMessages) =>
    fillForm(await tools.readPage(form.path), pairs, messages);
  const reply = replierOf(request, page);
  return answerPost(request, {
    reply,
    byPost: 'Hãy gửi phiếu bằng POST.',
    foreign: 'Hồ sơ chỉ được soạn từ chính trang này. Hãy mở lại trang và thử lại.',
    failed: `Drafting a dossier of ${form.id} failed`,
    later: 'Hệ thống chưa soạn được hồ sơ. Nội dung đã nhập còn trên trang này.',
    answer: async ({ answers, pairs }) => {
      if (!(await tools.withinLimit())) {
        return reply.refuse(
          429,
          'Địa chỉ này đã soạn quá nhiều hồ sơ trong một giờ. Hãy chờ rồi thử lại.',
          pairs,
        );
      }
      const draft = draftDossier(form, answers);
      if (!draft.ok) return reply.mistaken(draft.errors, pairs);
      return fileReply(await packDossier(draft.papers), 'application/zip', dispositionOf(draft.nominee));
    },
  });
}
