/**
 * Names that a file holds only when it can do more than be read: the actions that run a script or a program, open another
 * file, send or fetch data, play media (ISO 32000-1, 12.6.4; 32000-2, 12.6.4), scripts by name, dynamic forms, attached files.
 * Not here, as they stay in the document or only show or ask: GoTo, GoTo3DView, GoToDp, Named, Hide, SetOCGState, ResetForm,
 * Trans, and URI, which the reader's program opens only after the reader agreed (but see `isShare`).
 */
const activeAnywhere = [
  ...(['JavaScript', 'Launch', 'GoToR', 'GoToE', 'SubmitForm', 'ImportData', 'Rendition'] as const),
  ...(['RichMediaExecute', 'RichMedia', 'OnInstantiate', 'XFA'] as const),
  ...(['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment'] as const),
] as const;

/** Names that are active only as the kind of an action or an annotation; elsewhere they are harmless. */
const activeAsKind = ['Movie', 'Sound', 'Thread', '3D'] as const;

/** All watched names: those above, and those that tell the meaning of their neighbours. */
export const watchedNames = [
  ...activeAnywhere,
  ...activeAsKind,
  ...(['S', 'Subtype', 'EF', 'Filespec', 'URI', 'Base'] as const),
  ...(['Root', 'Catalog', 'ObjStm', 'First', 'Encrypt'] as const),
] as const;

/** A watched name; empty for any other. */
export type WatchedName = (typeof watchedNames)[number] | '';

const everywhere: ReadonlySet<WatchedName> = new Set<WatchedName>(activeAnywhere);
const asKind: ReadonlySet<WatchedName> = new Set<WatchedName>(activeAsKind);

/** True for a name that makes a file active; depends on the name right before, which is null at the start of an object. */
export const isActive = (name: WatchedName, before: WatchedName | null): boolean =>
  everywhere.has(name) || (asKind.has(name) && (before === null || before === 'S' || before === 'Subtype'));

/** True if a text is an address: it follows one of these keys or is alone. */
export const isAddress = (before: WatchedName | null): boolean =>
  before === null || before === 'URI' || before === 'Base';

/** True for an address on another machine of the network: opening it gives away the reader's password hash. */
export const isShare = (address: string): boolean =>
  /^\s*(\\\\|smb:|file:[\\/]{2}(?!localhost[\\/])[^\\/\s]|file:[\\/]{4})/i.test(address);
