/** All Dutch texts of the widget and the pages: one file, which the server's plain pages use too. */
export * from '../server/views/labels.ts';
