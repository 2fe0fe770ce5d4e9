import { fold } from '../../vietnamese/fold.ts';

/** Address of the coverage of a cụm or khối: “Khối thi đua số 1” → `/tien-do/cum-khoi/khoi-thi-dua-so-1/`. */
export const clusterPath = (name: string): string =>
  `/tien-do/cum-khoi/${(fold(name).match(/[a-z0-9]+/g) ?? ['khac']).join('-')}/`;
