/** A component that only makes sense on its page: where to look at it. */
export interface Elsewhere {
  readonly file: string;
  readonly address: string;
}

const on = (address: string, folder: string, names: readonly string[]): Elsewhere[] =>
  names.map((name) => ({ file: `${folder}/${name}.astro`, address }));

/** Components that this page does not show. A component is either here or has a specimen; a test sees to it. */
export const elsewhere: readonly Elsewhere[] = [
  ...on('/', 'site/home', ['Opening', 'Doors', 'Strands', 'Now', 'NewStories', 'PlanDoor']),
  ...on('/', 'gallery/cloth/ui', ['Cloth']),
  ...on('/en/honorees/', 'gallery/stories/ui', ['EnglishHonorees']),
  ...on('/can-bo/', 'site/staff', ['StaffSheet']),
  ...on('/huong-dan-duyet/', 'site/guide', ['GuidePicture']),
  ...on('/huong-dan-duyet/cot/', 'site/guide', ['ColumnTables', 'TableColumns']),
  ...on('/khen-thuong/', 'ui', ['DataLink', 'PageLead']),
  ...on('/bao-chi/', 'ui', ['CopyLine', 'CopyText']),
  ...on('/lo-trinh/', 'plan/reference', ['MarkToday']),
  ...on('/ke-hoach/', 'plan/components', [
    'PlanHead',
    'PlanTools',
    'PlanEnd',
    'Repairs',
    'AboutCopy',
    'CopyAddress',
    'CopyStatus',
    'ContentsList',
    'RepairRows',
    'SerifPreload',
  ]),
  ...on('/ke-hoach/', 'plan/versions', ['PlanVersions']),
  ...on('/ke-hoach/ii-1/', 'plan/versions', ['ClauseVersions']),
  ...on('/ke-hoach/ii-1/', 'plan/components', ['ClauseAside', 'NoBreak']),
  ...on('/tieu-chi/co-quan/', 'plan/criteria', [
    'GroupAwards',
    'GroupCriteria',
    'GroupFacts',
    'GroupHead',
    'GroupList',
  ]),
  ...on('/hoi-dap/', 'plan/answers', ['AnswerTime', 'AskedQuestions', 'Topic', 'TopicLinks']),
  ...on('/phan-cong/', 'site/duties', ['Duties']),
  ...on('/don-vi/', 'site/units', ['UnitIndex']),
  ...on('/don-vi/so-noi-vu/', 'site/units', [
    'UnitAdoptions',
    'UnitCoverage',
    'UnitFacts',
    'UnitHead',
    'UnitStories',
  ]),

  ...on('/tien-do/', 'progress/coverage/ui', ['ColumnNames', 'CoverageIntro', 'CoverageTable']),
  ...on('/lay-y-kien/', 'progress/comments/ui', ['CaseFacts', 'CaseList', 'CaseNotice', 'CaseText']),
  ...on('/lay-y-kien/', 'filing/settings/ui', ['FileLinks']),
  ...on('/xac-minh/', 'progress/comments/ui', ['VerifyNotice']),
  ...on('/xac-minh/', 'ui', ['SignedVerdicts']),
  ...on('/nam/', 'progress/years/ui', ['YearDecisions', 'YearSince', 'YearSums']),
  ...on('/tong-hop/', 'progress/reports/ui', ['ChartStyle']),
  ...on('/tien-do/ke-hoach/', 'progress/map/ui', ['MapCloth', 'MapTable']),
  ...on('/tien-do/ke-hoach-don-vi/', 'progress/coverage/ui', ['PublishedPlans']),
  ...on('/khen-thuong/', 'plan/reference', ['AwardNotes']),
  ...on('/van-ban/', 'plan/reference', ['Guidance']),
  ...on('/ke-hoach/v-2-8/', 'plan/reference', ['ClauseGuidance']),
  ...on('/lo-trinh/', 'plan/timetable', ['Announced']),
  ...on('/dien-hinh/', 'gallery/stories/ui', ['ContactText', 'Story', 'StoryPhoto']),
  ...on('/de-cu/', 'site/chooser', ['FormChoice']),
  ...on('/bao-cao-nam/', 'site/duties', ['FormDue']),
  ...on('/de-cu/tap-the/', 'filing/forms/ui', [
    'WhileOpen',
    'CopyNote',
    'FilingForm',
    'Form',
    'Review',
    'UnitFinder',
  ]),
  ...on('/tra-cuu/', 'filing/status/ui', ['CodeLine']),
  ...on('/rut-phieu/', 'filing/follow-up/ui', ['AskWithdrawal', 'ConfirmWithdrawal']),
  ...on('/rut-phieu/', 'ui', ['FactRows']),
  ...on('/so-do/', 'site', ['Footer', 'PhoneMenu']),
];
