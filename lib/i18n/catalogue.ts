import type { Lookup } from './translate';

/**
 * A lookup over a `messages.json` that fills `$1` to `$9` in like the browser does; for pages that run where there is no
 * browser API, which is to say in tests.
 */
export function fromCatalogue(messages: Readonly<Record<string, { readonly message: string }>>): Lookup {
  return (key, substitutions) =>
    messages[key]?.message.replace(/\$([1-9])/g, (_, place) => substitutions[Number(place) - 1] ?? '') ?? '';
}
