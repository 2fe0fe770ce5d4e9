import { fillForm, type FormMessages } from '../forms/fill-form.ts';
import { faultLine } from '../http/fault-line.ts';
import { type ReadBody, readBody } from '../http/read-body.ts';
import {
  fileReply,
  jsonReply,
  pageReply,
  type ProblemStatus,
  problemReply,
  problemTitle,
} from '../http/replies.ts';
import { isSameOrigin, wantsJson } from '../http/requests.ts';
import { type DossierForm, findDossierForm } from './dossier-forms.ts';
import { draftDossier } from './draft.ts';
import { dispositionOf, packDossier } from './pack.ts';

/** What drafting a dossier needs from outside. */
export interface DossierTools {
  /** Counts the draft against its sender's limit; false when there were too many. */
  withinLimit: () => Promise<boolean>;
  /** The built page at an address of the site. */
  readPage: (path: string) => Promise<string>;
}

const retry = (status: ProblemStatus): Record<string, string> =>
  status === 503 || status === 429 ? { 'Retry-After': '60' } : {};

/** Answers a failed draft: for a browser on the form's own page with what was typed, else as a problem document. */
function refuserOf(request: Request, form: DossierForm, { readPage }: DossierTools) {
  const onPage = async (status: number, pairs: ReadBody['pairs'], messages: FormMessages, headers = {}) =>
    pageReply(status, fillForm(await readPage(form.path), pairs, messages), headers);
  return {
    problem: async (status: ProblemStatus, detail: string, pairs: ReadBody['pairs'] = []) =>
      wantsJson(request)
        ? problemReply(status, detail, retry(status))
        : onPage(status, pairs, { notice: { title: problemTitle(status), detail } }, retry(status)),
    mistakes: async (errors: NonNullable<FormMessages['errors']>, pairs: ReadBody['pairs']) =>
      wantsJson(request) ? jsonReply(422, { errors }) : onPage(422, pairs, { errors }),
  };
}

/**
 * `POST /api/dossier/<form>`: a ZIP of three `.docx` drafted from the answers so far. Stores nothing and logs no answer.
 * Answers 422 with every wrong answer, and 400, 403, 404, 405, 413, 415, 429, 503 as `POST /api/forms/<form>` does.
 */
export async function postDossier(request: Request, formId: string, tools: DossierTools): Promise<Response> {
  const form = findDossierForm(formId);
  if (!form) return problemReply(404, 'Không soạn hồ sơ từ biểu mẫu này.');
  if (request.method !== 'POST') return problemReply(405, 'Hãy gửi phiếu bằng POST.', { Allow: 'POST' });
  const refuse = refuserOf(request, form, tools);
  if (!isSameOrigin(request)) {
    return refuse.problem(403, 'Hồ sơ chỉ được soạn từ chính trang này. Hãy mở lại trang và thử lại.');
  }
  const body = await readBody(request);
  if (!body.ok) return refuse.problem(body.status, body.detail, body.pairs);
  try {
    if (!(await tools.withinLimit())) {
      const detail = 'Địa chỉ này đã soạn quá nhiều hồ sơ trong một giờ. Hãy chờ rồi thử lại.';
      return await refuse.problem(429, detail, body.pairs);
    }
    const draft = draftDossier(form, body.answers);
    if (!draft.ok) return await refuse.mistakes(draft.errors, body.pairs);
    return fileReply(await packDossier(draft.papers), 'application/zip', dispositionOf(draft.nominee));
  } catch (error) {
    console.error(`Drafting a dossier of ${form.id} failed: ${faultLine(error)}`);
    return refuse.problem(
      503,
      'Hệ thống chưa soạn được hồ sơ. Nội dung đã nhập còn trên trang này.',
      body.pairs,
    );
  }
}
