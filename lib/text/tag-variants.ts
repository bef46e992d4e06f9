/** Letters that Unicode does not take apart, as they are written where they are missing. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * What is left of a tag when case, accents, width, and the signs between its words are put aside: two tags with the same
 * key are probably two spellings of one. A tag of signs alone is its own key.
 */
export function tagKey(tag: string): string {
  const letters = tag
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/gu, (letter) => SPELT[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return letters === '' ? tag.normalize('NFC').trim() : letters;
}

/** Groups of tags that differ in nothing but their spelling, each in the order given; tags without a double are left out. */
export function tagVariants<Tag extends { readonly tag: string }>(tags: readonly Tag[]): Tag[][] {
  const groups = new Map<string, Tag[]>();
  for (const one of tags) {
    const key = tagKey(one.tag);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
