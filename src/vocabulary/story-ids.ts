/** Id of a model that others can apply: `Mã` of a row of `Điển hình`. An honoree's id begins with `VD-`. */
export const modelId = /^MH-\d{4,}$/;
