import { Parser } from 'htmlparser2';

/** Elements that begin and end a paragraph. */
const BLOCKS: ReadonlySet<string> = new Set(
  'p div section article header footer aside main blockquote pre ul ol dl table figure figcaption h1 h2 h3 h4 h5 h6 hr'.split(' '),
);
const LINES: ReadonlySet<string> = new Set('br li tr dt dd'.split(' '));
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big center cite code del dfn em font i img ins kbd mark q s samp small span strike strong sub sup td th thead tbody tt u var wbr'.split(' '),
);
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'iframe', 'noscript', 'object']);

const MARKUP = /<\/?[a-z][a-z0-9]{0,11}(?=[\s/>])[^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,31});/giu;

/** Deeper nesting than this is not made by people; the parser's time grows with it. */
const DEEPEST = 200;

/**
 * HTML as plain text: tags stripped, entities decoded, paragraphs separated by an empty line. A text without HTML tags and entities, and what
 * looks like a tag of no HTML element (`p<q and q>0`), stays as it stands.
 */
export function htmlText(html: string): string {
  if (!hasMarkup(html)) {
    return html.trim();
  }
  let text = '';
  let silent = 0;
  let depth = 0;
  const write = (piece: string) => {
    if (silent === 0) {
      text += piece;
    }
  };
  const parser = new Parser({
    onopentag: (name) => {
      depth++;
      if (depth > DEEPEST) {
        parser.pause();
      } else if (SILENT.has(name)) {
        silent++;
      } else if (!isElement(name)) {
        write(html.slice(parser.startIndex, parser.endIndex + 1));
      } else {
        write(breakAt(name));
      }
    },
    onclosetag: (name, implied) => {
      depth--;
      if (SILENT.has(name)) {
        silent = Math.max(silent - 1, 0);
      } else if (BLOCKS.has(name)) {
        write('\n\n');
      } else if (!implied && !isElement(name)) {
        write(html.slice(parser.startIndex, parser.endIndex + 1));
      }
    },
    ontext: (data) => write(data.replace(/\s+/gu, ' ')),
  });
  parser.write(html);
  parser.end();
  return text.split(/\n{2,}/u).map(trimLines).filter((paragraph) => paragraph !== '').join('\n\n');
}

/** Whether a text holds HTML's tags or entities. */
export function hasMarkup(html: string): boolean {
  for (const [mark] of html.matchAll(MARKUP)) {
    if (mark.startsWith('&') || isElement(/[a-z][a-z0-9]*/iu.exec(mark)?.[0].toLowerCase() ?? '')) {
      return true;
    }
  }
  return false;
}

function isElement(name: string): boolean {
  return BLOCKS.has(name) || LINES.has(name) || INLINE.has(name) || SILENT.has(name);
}

function breakAt(name: string): string {
  return BLOCKS.has(name) ? '\n\n' : LINES.has(name) ? '\n' : name === 'td' || name === 'th' ? ' ' : '';
}

function trimLines(paragraph: string): string {
  return paragraph.split('\n').map((line) => line.replace(/ {2,}/gu, ' ').trim()).join('\n').trim();
}
