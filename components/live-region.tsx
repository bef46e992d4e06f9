import type { JSX } from 'preact';

/** Says politely what has just happened ("Quote saved.") to those who can't see it happen. Always mounted. */
export function LiveRegion({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="hidden-visually" role="status" aria-live="polite">
      {text}
    </div>
  );
}

/** The same, seen as well: a line that stays until the next one. Nothing is drawn while there is nothing to say. */
export function Toast({ text }: { readonly text: string }): JSX.Element {
  return (
    <div role="status" aria-live="polite" class={text === '' ? undefined : 'status info'}>
      {text}
    </div>
  );
}
