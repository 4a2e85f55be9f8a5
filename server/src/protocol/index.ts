/**
 * Requests, commands and types beyond the Language Server Protocol, which the server and its clients import. This folder
 * imports only types, so that it adds next to nothing to the bundle of a client.
 *
 * Requests fail with a ResponseError whose message can be shown to the user.
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
