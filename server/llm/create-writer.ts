import { loadLanguageModel, type LanguageModelSettings } from './language-model.ts';
import { ModelWriter } from './model-writer.ts';
import type { Writer } from './writing.ts';

/** The writer of a configured model. Everything that it needs is loaded with this file: without a model nobody imports it. */
export async function createWriter(settings: LanguageModelSettings): Promise<Writer> {
  return new ModelWriter(settings, await loadLanguageModel(settings));
}
