/** Name of the drafted dossier under the address of a filing or of a table. */
export const dossierFile = 'ho-so-de-nghi.zip';

/** Where the dossier of a filing is. A path of this site. */
export const dossierPath = (code: string, key: string) =>
  `/api/submissions/${code}/${dossierFile}?khoa=${key}`;
