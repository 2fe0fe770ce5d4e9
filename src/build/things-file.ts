/**
 * The file in which a build says what it shows and may have to hide before the next one: src/progress/taken-back/things.ts. A server
 * of our own reads it and does not send it.
 */
export const thingsFile = '_things.json';
