const PARAMETER = 'vraag';

/** Address of a question: in the fragment, which browsers keep to themselves, so that it reaches no server's log. */
export const questionAddress = (question: string): string => `/#${PARAMETER}=${encodeURIComponent(question)}`;

/** Takes the question out of the page's address, so that a reload does not ask it again. */
export function takeSharedQuestion(): string | undefined {
  const question = new URLSearchParams(location.hash.slice(1)).get(PARAMETER);
  if (question === null) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return question.trim() === '' ? undefined : question;
}
