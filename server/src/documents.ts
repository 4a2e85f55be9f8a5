/** What writes Word documents and what reads them, which the build leaves in one file of its own: they share most of it. */
export * from './import';
export * from './word';
