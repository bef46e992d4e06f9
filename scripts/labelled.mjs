/** The project's own labelled sets: marks stay in the text, the speaker follows each in ⟦⟧. */
export function readLabelled(source) {
  const gold = [];
  let text = '';
  let from = 0;
  for (const match of source.matchAll(/⟦([^⟧]*)⟧/gu)) {
    text += source.slice(from, match.index);
    gold.push({ end: text.length, speaker: match[1] });
    from = match.index + match[0].length;
  }
  return { text: text + source.slice(from), gold };
}
