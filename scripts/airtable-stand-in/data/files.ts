import type { Database } from './database.ts';

/** An uploaded file, as it came. */
export interface StoredFile {
  type: string;
  bytes: Uint8Array;
}

/** The bytes of uploaded files, by the id of their attachment. */
export interface FileStore {
  find(id: string): StoredFile | undefined;
  insert(id: string, file: StoredFile): void;
}

/** Keeps uploaded files in the base's file. */
export function fileStore({ sql }: Database): FileStore {
  const selectOne = sql.prepare('SELECT type, bytes FROM files WHERE id = ?');
  const insertOne = sql.prepare('INSERT INTO files (id, type, bytes) VALUES (?, ?, ?)');
  return {
    find(id) {
      const row = selectOne.get(id);
      return row?.bytes instanceof Uint8Array ? { type: String(row.type), bytes: row.bytes } : undefined;
    },
    insert: (id, { type, bytes }) => void insertOne.run(id, type, bytes),
  };
}
