import { type Document, Packer } from 'docx';
import { fileReply, pageReply, problemReply, seeOther } from '../../../platform/http/replies.ts';
import { nameKey } from '../../../vietnamese/name-key.ts';
import type { Adoption } from '../../adoptions/adoption.ts';
import type { PressTools } from '../../press/server/press-tools.ts';
import type { StoredStory } from '../../story.ts';
import { adoptionConfirmation } from './confirmation.ts';
import { modelSheet } from './model-sheet.ts';
import { planDraft } from './plan-draft.ts';
import { scopeSheet } from './scope-sheet.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a paper is made of. `unit` is the code or the name of the adopting unit, as the address has it. */
interface Matter {
  model: StoredStory;
  adoptions: readonly Adoption[];
  unit: string | null;
  origin: string;
}

/** Word files of a model, keyed by the suffix of their address. `make` returns null if there is no content. */
const papers: Readonly<Record<string, { file: string; make: (matter: Matter) => Document | null }>> = {
  '': {
    file: 'ke-hoach-ap-dung',
    make: ({ model, adoptions, origin }) => planDraft(model, adoptions, origin),
  },
  '-mot-to': {
    file: 'mo-hinh',
    make: ({ model, adoptions, origin }) => modelSheet(model, adoptions, origin),
  },
  '-pham-vi': {
    file: 'pham-vi-anh-huong',
    make: ({ model, adoptions, origin }) =>
      adoptions.length > 0 ? scopeSheet(model, adoptions, origin) : null,
  },
  '-xac-nhan': {
    file: 'xac-nhan-ap-dung',
    make: ({ model, adoptions, unit, origin }) => {
      const adoption = adoptions.find(
        ({ unitCode, unitName }) =>
          unit !== null && (unitCode === unit || nameKey(unitName) === nameKey(unit)),
      );
      return adoption ? adoptionConfirmation(model, adoption, origin) : null;
    },
  },
};

/**
 * Answers `/api/v1/lam-theo/<id>….docx` for a model that is public now: the draft of a plan, the model on one sheet, who applies it,
 * and the confirmation of one unit. A model that was taken down leads to the page that says so.
 */
export async function getModelPaper(request: Request, name: string, tools: PressTools): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return problemReply(405, 'Hãy tải tệp này bằng GET.', { Allow: 'GET, HEAD' });
  const [, typed = '', end = ''] = /^(MH-\d{4,})((?:-[a-z]+)*)\.docx$/i.exec(name) ?? [];
  const id = typed.toUpperCase();
  const paper = papers[end.toLowerCase()];
  const { story: model, wasShown } = id && paper ? await tools.read(id) : { story: null, wasShown: false };
  if (!model && wasShown) return seeOther(`/d/${id}`);
  const unit = new URL(request.url).searchParams.get('don-vi');
  const matter = model && {
    model,
    adoptions: await tools.adoptionsOf(id),
    unit,
    origin: tools.origin,
  };
  const document = matter && paper?.make(matter);
  if (!document) return pageReply(404, await tools.readPage('/404.html'));
  const bytes = await Packer.toArrayBuffer(document);
  return fileReply(new Uint8Array(bytes), wordType, `attachment; filename="${paper?.file}-${id}.docx"`, {
    'X-Robots-Tag': 'noindex',
  });
}
