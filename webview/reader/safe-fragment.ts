import DOMPurify from 'dompurify';

const WORDS = ['p', 'br', 'strong', 'em', 'code', 'ul', 'ol', 'li', 'blockquote', 'a', 'span'];

/** MathML Core as KaTeX writes it. The TeX source beside it (`semantics`, `annotation`) is left out. */
const MATHS = [
  'math', 'menclose', 'mfrac', 'mi', 'mn', 'mo', 'mover', 'mpadded', 'mphantom', 'mroot', 'mrow', 'ms', 'mspace', 'msqrt', 'mstyle', 'msub',
  'msubsup', 'msup', 'mtable', 'mtd', 'mtext', 'mtr', 'munder', 'munderover',
];

/** None of these is taken for an address, whatever it says. Colours are not among them: they would not follow the theme. */
const WORD_ATTRIBUTES = [
  'title', 'start', 'xmlns', 'display', 'displaystyle', 'scriptlevel', 'mathvariant', 'stretchy', 'fence',
  'separator', 'symmetric', 'movablelimits', 'largeop', 'accent', 'accentunder', 'linethickness', 'lspace', 'rspace', 'minsize', 'maxsize',
  'width', 'height', 'depth', 'voffset', 'notation', 'columnalign', 'columnspacing', 'columnlines', 'rowalign', 'rowspacing', 'rowlines',
];

/** Text formatting and maths of a piece of HTML; everything else in it is dropped. */
export function safeFragment(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS: [...WORDS, ...MATHS],
    ALLOWED_ATTR: ['href', ...WORD_ATTRIBUTES],
    ADD_URI_SAFE_ATTR: WORD_ATTRIBUTES,
    ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/iu,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    // Removing an element keeps its text; the text of these is no text of the abstract.
    FORBID_CONTENTS: ['annotation', 'annotation-xml', 'iframe', 'noscript', 'script', 'style', 'svg', 'template', 'title', 'xmp'],
  });
}
