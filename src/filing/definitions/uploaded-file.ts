/** Name of the question for evidence files, of which a form has one at most. */
export const filesName = 'files';
/** Name of the control in which a browser without script chooses files. */
export const newFilesName = 'newFiles';
/** Name of the boxes by which such a browser removes uploaded files. Their values are the tokens of the files. */
export const dropFilesName = 'dropFiles';
/** Name of the button by which such a browser uploads files before it files. */
export const keepFilesName = 'keepFiles';

/** How many files a submission holds. */
export const maxFiles = 3;
/** The largest file, in bytes; Airtable takes 5 MB, a function of the platform 4.5 MB. */
export const maxFileBytes = 4 * 1024 * 1024;
/** How long a file that was not filed is kept. */
export const keptUnfiledDays = 2;

/** What a page holds of a file that the server keeps. */
export interface UploadedFile {
  /** Whoever has it may file the file, or take it out. */
  token: string;
  name: string;
  bytes: number;
  /** Until when it is kept unfiled. */
  until: Date;
}

/** A kept file as the value of a control: token, bytes, second of its end, name. */
export const keptFileValue = ({ token, name, bytes, until }: UploadedFile): string =>
  [token, bytes, Math.floor(until.getTime() / 1000), name].join('.');

/** Prefix of such a value. Programs may send the token without it. */
export const keptFilePattern = /^([\w-]{43})(?:\.(\d{1,7})\.(\d{1,12})\.(.{1,200}))?$/su;

/** The token in a value. */
export const tokenIn = (value: string): string => value.slice(0, 43);

/** Reads the value of a control; undefined for anything else. */
export function readKeptFile(value: string): UploadedFile | undefined {
  const [, token, bytes, until, name] = keptFilePattern.exec(value) ?? [];
  if (!token || !name) return undefined;
  return { token, name, bytes: Number(bytes), until: new Date(Number(until) * 1000) };
}

const figure = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** A size as people read it, never less than it is: “1,2 MB”, “340 KB”. */
export function sizeText(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${figure.format(Math.ceil((bytes / 1024 / 1024) * 10) / 10)} MB`;
  return `${Math.ceil(bytes / 1024)} KB`;
}

/** “anh.jpg (1,2 MB)”. */
export const fileText = ({ name, bytes }: Pick<UploadedFile, 'name' | 'bytes'>): string =>
  `${name} (${sizeText(bytes)})`;
