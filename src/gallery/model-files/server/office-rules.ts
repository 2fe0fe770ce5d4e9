// What of a file of Word or Excel is handed out, by the kind of relationship that leads to it.

/** What a document shows. Parts that none of these lead to are left out: an unknown kind is not handed out. */
export const shownRelations: ReadonlySet<string> = new Set([
  ...[
    'officeDocument',
    'styles',
    'stylesWithEffects',
    'numbering',
    'settings',
    'fontTable',
    'theme',
    'webSettings',
  ],
  ...[
    'header',
    'footer',
    'footnotes',
    'endnotes',
    'image',
    'hyperlink',
    'worksheet',
    'chartsheet',
    'sharedStrings',
  ],
  ...[
    'calcChain',
    'drawing',
    'vmlDrawing',
    'chart',
    'chartStyle',
    'chartColorStyle',
    'chartUserShapes',
    'table',
  ],
  ...[
    'sheetMetadata',
    'diagramData',
    'diagramLayout',
    'diagramQuickStyle',
    'diagramColors',
    'diagramDrawing',
  ],
  ...['font', 'themeOverride'],
]);

/** What tells of makers and machines, or runs: left out. No text of the document names these relationships. */
export const droppedRelations: ReadonlySet<string> = new Set([
  ...[
    'core-properties',
    'extended-properties',
    'custom-properties',
    'thumbnail',
    'customXml',
    'customXmlProps',
  ],
  ...[
    'vbaProject',
    'vbaProjectSignature',
    'wordVbaData',
    'attachedToolbars',
    'keyMapCustomizations',
    'people',
  ],
  ...[
    'glossaryDocument',
    'attachedTemplate',
    'printerSettings',
    'documenttasks',
    'person',
    'classificationlabels',
  ],
]);

/** What must not go out and cannot be taken out without harm, with what to do. */
export const refusedRelations: Readonly<Record<string, string>> = {
  comments: 'tệp còn nhận xét (comment). Xóa hết rồi đính kèm lại.',
  commentsExtended: 'tệp còn nhận xét (comment). Xóa hết rồi đính kèm lại.',
  threadedComment: 'tệp còn nhận xét (comment). Xóa hết rồi đính kèm lại.',
  externalLink: 'tệp lấy số từ tệp khác. Dán số thay cho công thức rồi đính kèm lại.',
};
/** What to do with a file that has any other part. */
export const otherPart = 'tệp có phần nhúng hoặc liên kết ra ngoài. Lưu thành PDF rồi đính kèm lại.';

/** Media types of the main part, with macros and without. */
export const mainTypes = [
  {
    kind: 'docx',
    macro: 'application/vnd.ms-word.document.macroEnabled.main+xml',
    plain: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  },
  {
    kind: 'xlsx',
    macro: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    plain: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  },
] as const;
