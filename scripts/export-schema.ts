import { toJsonSchema } from '@valibot/to-json-schema';
import { fileSchema } from '../lib/exchange/native-format';

/** The JSON Schema of the native export, made from the schemas that the import uses. */
export function exportSchema(): unknown {
  return {
    $id: 'https://pressmark.example/pressmark-export.schema.json',
    title: 'Pressmark export, version 1',
    ...toJsonSchema(fileSchema, { errorMode: 'ignore', target: 'draft-2020-12' }),
  };
}
