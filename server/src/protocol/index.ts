/**
 * What the server and a client say to each other beyond the Language Server Protocol: names and types that both
 * sides import. Plain data only: nothing here imports what runs, so that a client can bundle it for nothing.
 *
 * Every request fails with a ResponseError whose message can be shown to the user as it is.
 */
export type { Commit } from '../files/history';
export * from './catalogue';
export * from './commands';
export * from './connection';
export * from './coverage';
export * from './files';
export * from './insert';
export * from './reviews';
export * from './word';
export * from './workspace';
