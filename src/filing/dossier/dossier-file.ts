/** File name of the dossier, below the address of a submission or of a table. */
export const dossierFile = 'ho-so-de-nghi.zip';

/** Path of the dossier of a submission. */
export const dossierPath = (code: string, key: string) =>
  `/api/submissions/${code}/${dossierFile}?khoa=${key}`;
