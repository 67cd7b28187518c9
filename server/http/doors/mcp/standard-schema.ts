import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { z } from 'zod/v4';
import { describeIssues, allowedInDutch } from '../../describe-issues.ts';

const jsonSchemas = new WeakMap<z.ZodType, Partial<Record<'input' | 'output', Record<string, unknown>>>>();

/**
 * A schema of ours as the SDK takes it, which brings a zod of its own: faults in Dutch, as everywhere here, and the JSON
 * Schema made once, since every request makes its server anew.
 */
export function standardSchema<Schema extends z.ZodType>(schema: Schema): StandardSchemaWithJSON<z.input<Schema>, z.output<Schema>> {
  return {
    '~standard': {
      version: 1,
      vendor: 'bekostigingswijzer',
      validate: (value) => {
        const result = schema.safeParse(value, { error: allowedInDutch });
        if (result.success) return { value: result.data };
        return { issues: describeIssues(result.error.issues, value).map(({ field, detail }) => ({ message: field === 'inhoud' ? detail : `${field}: ${detail}` })) };
      },
      jsonSchema: { input: () => jsonSchemaOf(schema, 'input'), output: () => jsonSchemaOf(schema, 'output') },
    },
  };
}

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const made = jsonSchemas.get(schema) ?? {};
  jsonSchemas.set(schema, made);
  // names for the OpenAPI document; to JSON Schema `id` is a keyword of older drafts
  return (made[io] ??= z.toJSONSchema(schema, { io, unrepresentable: 'any', override: ({ jsonSchema }) => void delete jsonSchema['id'] }));
}
