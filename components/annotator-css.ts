import base from './styles/base.css?inline';
import floating from './styles/floating.css?inline';
import item from './styles/item.css?inline';
import quote from './styles/quote.css?inline';
import tokens from './styles/tokens.css?inline';

/** All styles of what floats over a page, to be adopted by the annotator's shadow root. */
export const annotatorCss: string = [tokens, base, quote, item, floating].join('\n');
