const LEANS = /^(?:dit|dat|deze|die|daar\p{L}*|hier\p{L}*|hij|zij|ze|zo|zulke|zo[’']n|ook(?! als| bij| wanneer)|maar|echter|bovendien|verder|dus|toch|dan|daarom|in dat geval|in deze gevallen|in zulke gevallen|het (?:mag|kan|gaat|wordt|moet|zal|heeft|staat|geldt))(?!\p{L})/iu;

/** The first words, where they point to something before; a text that is read alone has none such. */
export const leansOn = (text: string): string | undefined => LEANS.exec(text)?.[0];
