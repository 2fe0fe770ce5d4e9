/** A value that was read; or what is wrong, as a clause that follows the name of the field: “cần cả tháng và năm”. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; wrong: string };

export const read = <Value>(value: Value): Read<Value> => ({ ok: true, value });
export const cannotRead = (wrong: string): { ok: false; wrong: string } => ({ ok: false, wrong });
