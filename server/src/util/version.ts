declare const ADVOCACY_VERSION: string | undefined;

/** The version in package.json; the bundler writes it in, so that nothing has to be read at run time. */
export const VERSION: string = typeof ADVOCACY_VERSION === 'string' ? ADVOCACY_VERSION : '0.0.0-source';

/** Where the project is published, as package.json declares it. */
export const REPOSITORY = 'https://github.com/library-advocacy/library-advocacy';

/** What the product calls itself: in its documents, and as the author of its remarks in them. */
export const NAME = 'Library Advocacy';
