/** Content of an answer that is JSON. */
export const anyObject = { 'application/json': { schema: { type: 'object' } } };

/** Content of an answer that is a file of a media type. */
export const fileOf = (type: string) => ({ [type]: { schema: { type: 'string' } } });

/** The answer to a GET that found something. */
export const ok = (content: object) => ({
  200: { description: 'Dữ liệu', content },
  405: { description: 'Chỉ đọc bằng GET' },
});

/** The answer where nothing is. */
export const missing = { 404: { description: 'Không có địa chỉ này' } };

/** A problem document (RFC 9457). */
export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { type: 'object' } } },
});

const operation = (id: string, tag: string, summary: string, responses: object, parameters: object[]) => ({
  operationId: id,
  tags: [tag],
  summary,
  ...(parameters.length > 0 && { parameters }),
  responses,
});

/** A path that is read. */
export const get = (
  id: string,
  tag: string,
  summary: string,
  responses: object,
  parameters: object[] = [],
) => ({ get: operation(id, tag, summary, responses, parameters) });

/** A part of a path. */
export const inPath = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

/** A value after the question mark. */
export const inQuery = (name: string, description: string, required = true) => ({
  ...inPath(name, description),
  in: 'query',
  required,
});

/** A path that is sent to; `method` is `post` where nothing else is said. */
export const send = (
  id: string,
  summary: string,
  {
    body,
    types = [],
    done,
    more = {},
    parameters = [],
    method = 'post',
  }: {
    body?: string;
    types?: readonly string[];
    done: object;
    more?: object;
    parameters?: object[];
    method?: 'post' | 'delete';
  },
) => ({
  [method]: {
    ...operation(
      id,
      'filing',
      summary,
      {
        ...done,
        422: problem('Còn lỗi: từng lỗi kèm tên câu'),
        429: problem('Gửi quá nhiều: chờ rồi gửi lại'),
        503: problem('Chưa nhận được: gửi lại sau ít phút'),
        ...more,
      },
      parameters,
    ),
    ...(body !== undefined && {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          types.map((type) => [type, { schema: { type: 'object', description: body } }]),
        ),
      },
    }),
  },
});
