/**
 * Reading a document that may be hostile. Elements with a name can shadow the document's and a form's own properties
 * (`<form name="querySelectorAll">`), also as content scripts see them. So whatever is read from a document or from a
 * form goes through the prototypes; on other elements plain properties are safe.
 */

/** All elements that match, in document order. */
export function select(root: Document | Element, selector: string): NodeListOf<Element> {
  const prototype = root.nodeType === 9 ? Document.prototype : Element.prototype;
  return prototype.querySelectorAll.call(root, selector);
}

/** The first element that matches, or null. */
export function first(root: Document | Element, selector: string): Element | null {
  const prototype = root.nodeType === 9 ? Document.prototype : Element.prototype;
  return prototype.querySelector.call(root, selector);
}

/** The document's root element; null in an empty document. */
export function rootOf(doc: Document): Element | null {
  const root: unknown = Reflect.get(Document.prototype, 'documentElement', doc);
  return root instanceof Element ? root : null;
}

/** The document's address; asking `location` for it would cost a page's first look a twentieth of a millisecond more. */
export function addressOf(doc: Document): string {
  return String(Reflect.get(Document.prototype, 'URL', doc));
}

/** The `body` element; null in documents that have none, such as SVG or framesets. */
export function bodyOf(doc: Document): Element | null {
  return first(doc, 'body');
}

/** An attribute, trimmed; empty if absent. */
export function attribute(element: Element, name: string): string {
  return (Element.prototype.getAttribute.call(element, name) ?? '').trim();
}

/** The text of an element and what is in it, also of a form whose fields shadow `textContent`. */
export function textOf(node: Node): string {
  const text = node.textContent;
  if (typeof text === 'string') return text;
  const own: unknown = Reflect.get(Node.prototype, 'textContent', node);
  return typeof own === 'string' ? own : '';
}

/** White space folded to single spaces, soft hyphens and zero-width characters gone, trimmed. */
export function fold(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
