import { attachmentNamed } from '../../../platform/http/attachment.ts';
import { fileReply, pageReply, problemReply, seeOther } from '../../../platform/http/replies.ts';
import type { PressTools } from '../../press/server/press-tools.ts';
import { modelFileKinds, type readModelFilePath } from '../model-file.ts';
import type { readModelFile } from './stored-files.ts';

type FileTools = Pick<PressTools, 'read' | 'readPage'> & {
  readFile: (asked: { id: string; digest: string }) => ReturnType<typeof readModelFile>;
};

/**
 * Answers the address of a file of a model that is public now. A model that was taken down leads to the page that says so; a file
 * that the model does not hand out, or no longer, is not found.
 */
export async function getModelFile(
  request: Request,
  asked: NonNullable<ReturnType<typeof readModelFilePath>>,
  { read, readPage, readFile }: FileTools,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return problemReply(405, 'Hãy tải tệp này bằng GET.', { Allow: 'GET, HEAD' });
  const file = await readFile(asked);
  if (file) {
    const { type, ending } = modelFileKinds[file.kind];
    const name = attachmentNamed(`${file.name}.${ending}`, `${asked.id}-tep.${ending}`);
    return fileReply(new Uint8Array(file.content), type, name, {
      'X-Robots-Tag': 'noindex',
      'Cache-Control': 'public, max-age=0, must-revalidate',
    });
  }
  const { story, wasShown } = await read(asked.id);
  return !story && wasShown ? seeOther(`/d/${asked.id}`) : pageReply(404, await readPage('/404.html'));
}
