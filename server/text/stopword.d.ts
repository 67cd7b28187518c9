declare module 'stopword' {
  /** Dutch and English stop words (ISO 639-3 names). */
  export const nld: readonly string[];
  export const eng: readonly string[];
}
