/** `node --import tsx server/rules/bench.ts`: evaluations a second and the time of a whole check, as the API does it. */
import { loadConfiguredRules } from './load-configured-rules.ts';
