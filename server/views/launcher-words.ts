/** What the widget says before its chat is loaded; apart from the other texts, so that a page that nobody asks anything on does without those. */
export const launcherWords = {
  open: 'Stel een vraag over bekostiging',
  opening: 'Even geduld …',
  failed: 'De chat kon niet worden geladen. Controleer uw verbinding en probeer het opnieuw.',
  retry: 'Probeer opnieuw',
};
