export const OPENAI_PATH = '/openai/v1';
