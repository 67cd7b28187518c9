/** Bytes of a body. */
export const bodyLimit = 8 * 1024;

/** Bytes of a JSON body that carries the earlier turns of a conversation. */
export const bodyLimitWithHistory = 32 * 1024;
