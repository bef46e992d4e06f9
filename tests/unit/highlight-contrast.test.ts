import { describe, expect, it } from 'vitest';
import { highlightCss } from '../../lib/highlight/style';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const RULE = /::highlight\(([\w-]+)\)\{background-color:(#[0-9a-f]{6});color:(#[0-9a-f]{6})/g;

describe('the colours of highlights', () => {
  const rules = [...highlightCss().matchAll(RULE)].map(([, name = '', back = '', text = '']) => ({ name, back, text }));

  it('come twice for every colour, state and the focus: for light and for dark pages', () => {
    expect(rules.length).toBe(22);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(11);
  });

  it.each(rules)('are legible: $name, $text on $back', ({ back, text }) => {
    expect(contrast(back, text)).toBeGreaterThanOrEqual(4.5);
  });

  it('are told apart from the page in the other scheme: text and ground are always set together', () => {
    for (const block of highlightCss().match(/::highlight\([^)]*\)\{[^}]*\}/g) ?? []) {
      expect(/background-color:/.test(block)).toBe(/(?:^|[;{])color:/.test(block));
    }
  });

  it('are told apart by their lines where colours are forced, and edited ones from all of them', () => {
    const forced = highlightCss().split('forced-colors:active')[1] ?? '';
    const lines = new Map(
      [...forced.matchAll(/::highlight\(([\w-]+)\)\{[^}]*text-decoration:([^}]*)\}/g)].map(([, name, line]) => [
        name,
        line,
      ]),
    );
    const edited = [...lines].filter(([name]) => name?.endsWith('-edited'));
    expect(lines.size).toBe(10);
    expect(new Set(edited.map(([, line]) => line)).size).toBe(1);
    expect(new Set(lines.values()).size).toBe(6);
  });
});
