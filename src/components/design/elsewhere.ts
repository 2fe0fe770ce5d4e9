/** A component that only makes sense on its page: where to look at it. */
export interface Elsewhere {
  readonly file: string;
  readonly address: string;
}

const on = (address: string, folder: string, names: readonly string[]): Elsewhere[] =>
  names.map((name) => ({ file: `${folder}/${name}.astro`, address }));

/** Components that this page does not show. A component is either here or has a specimen; a test sees to it. */
export const elsewhere: readonly Elsewhere[] = [
  ...on('/', 'home', ['Opening', 'Doors', 'Strands', 'Now', 'NextDue', 'NewStories', 'PlanDoor']),
  ...on('/ke-hoach/', 'plan', [
    'PlanHead',
    'PlanTools',
    'PlanEnd',
    'Repairs',
    'AboutCopy',
    'CopyStatus',
    'ContentsList',
    'RepairRows',
    'SerifPreload',
  ]),
  ...on('/ke-hoach/ii-1/', 'plan', ['ClauseAside', 'Held']),
  ...on('/tieu-chi/co-quan/', 'criteria', [
    'GroupAwards',
    'GroupCriteria',
    'GroupFacts',
    'GroupHead',
    'GroupList',
  ]),
  ...on('/phan-cong/', 'reference', ['Duties']),
  ...on('/khen-thuong/', 'reference', ['AwardNotes']),
  ...on('/tiep-can/', 'reference', ['ContentPage']),
  ...on('/dien-hinh/', 'stories', ['Story', 'StoryPhoto', 'SearchFacts']),
  ...on('/de-cu/', 'form', ['DoorEnd']),
  ...on('/de-cu/tap-the/', 'form', ['WhileOpen', 'CopyNote', 'Filing', 'Form', 'Review', 'UnitFinder']),
  ...on('/tra-cuu/', 'form', ['CodeLine']),
  ...on('/so-do/', 'site', ['Footer', 'PhoneMenu']),
];
