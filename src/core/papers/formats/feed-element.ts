import { Parser } from 'htmlparser2';

/** An element inside a record or at the head of a feed. */
export interface FeedElement {
  /** Local name; in front of it the usual prefix of its namespace and a colon, unless it is one of RSS or Atom: `title`, `arxiv:doi`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its text with that of the elements inside it, entities decoded. Of an element without an end tag, the text in front of the next element. */
  readonly text: string;
  /** Its content as it stands in the source. */
  readonly source: string;
  readonly children: readonly FeedElement[];
}

/** The elements of a part of a feed. */
export interface FeedPart {
  /** Those directly inside the outermost element, or inside one whose end tag is missing. */
  readonly elements: readonly FeedElement[];
  /** Name of an element whose end tag is missing, of the first one. */
  readonly unclosed?: string;
  /** True when it was nested too deeply to be read. */
  readonly tooDeep: boolean;
}

/** Usual prefixes by namespace. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2005/Atom', ''],
  ['http://purl.org/atom/ns#', ''],
  ['http://purl.org/rss/1.0/', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://arxiv.org/schemas/atom', 'arxiv'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://a9.com/-/spec/opensearch/1.1/', 'opensearch'],
]);

/** Feeds nest four deep, XHTML inside them some more. */
const DEEPEST = 64;

/** Prefixes by the name a document gives them. */
export type Prefixes = ReadonlyMap<string, string>;

/** The namespace prefixes that a text declares, by the usual ones they stand for. */
export function declaredPrefixes(text: string): Prefixes {
  const prefixes = new Map<string, string>();
  for (const [, prefix = '', double, single] of text.matchAll(/\sxmlns(?::([\w.-]{1,64}))?\s*=\s*(?:"([^"<]{0,300})"|'([^'<]{0,300})')/gu)) {
    const usual = NAMESPACES.get((double ?? single ?? '').trim().replace(/^https:/u, 'http:'));
    if (usual !== undefined) {
      prefixes.set(prefix, usual);
    }
  }
  return prefixes;
}

/**
 * Reads a part of a feed. Never recursive; elements deeper than 64 are not read. The five entities of XML and character references
 * are decoded, entities that a document type declares are not: they stay as they stand.
 *
 * @param wrapped whether one element encloses the part; its children are the elements then, else the outermost ones are
 */
export function readFeedPart(source: string, prefixes: Prefixes, wrapped: boolean): FeedPart {
  const builder = new PartBuilder(source, new Map([...prefixes, ...declaredPrefixes(source)]));
  return builder.part(wrapped);
}

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Node | undefined;
  readonly textStart: number;
  readonly sourceStart: number;
  textEnd: number;
  sourceEnd: number;
  /** Where the first element inside begins, in the gathered text. */
  firstInside: number | undefined;
  closed: boolean;
}

class PartBuilder {
  private readonly nodes: Node[] = [];
  private current: Node | undefined;
  private text = '';
  private tooDeep = false;

  constructor(private readonly source: string, private readonly prefixes: Prefixes) {
    let depth = 0;
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          depth++;
          if (depth > DEEPEST) {
            this.tooDeep = true;
            parser.pause();
            return;
          }
          this.open(name, attributes, parser.endIndex + 1);
        },
        onclosetag: (_, implied) => {
          depth--;
          const closesItself = source.startsWith('/>', parser.endIndex - 1);
          this.close(parser.startIndex, implied && !closesItself);
        },
        ontext: (data) => {
          this.text += data;
        },
      },
      { xmlMode: true },
    );
    parser.write(source);
    if (!this.tooDeep) {
      parser.end();
    }
  }

  part(wrapped: boolean): FeedPart {
    const root = wrapped ? this.nodes[0] : undefined;
    const inside = (node: Node): Node | undefined => {
      let parent = node.parent;
      while (parent !== undefined && parent !== root && !parent.closed) {
        parent = parent.parent;
      }
      return parent;
    };
    const children = new Map<Node | undefined, Node[]>();
    for (const node of this.nodes) {
      if (node !== root) {
        const parent = inside(node);
        const siblings = children.get(parent);
        if (siblings === undefined) {
          children.set(parent, [node]);
        } else {
          siblings.push(node);
        }
      }
    }
    // Deeper elements than these mean nothing in a feed.
    const grandchildren = (node: Node) => (children.get(node) ?? []).map((child) => this.element(child, []));
    const elements = (children.get(root) ?? []).map((node) => this.element(node, grandchildren(node)));
    const unclosed = this.nodes.find((node) => node !== root && !node.closed)?.name;
    return { elements, tooDeep: this.tooDeep, ...(unclosed === undefined ? {} : { unclosed }) };
  }

  private element({ name, attributes, ...node }: Node, children: readonly FeedElement[]): FeedElement {
    const textEnd = node.closed ? node.textEnd : Math.min(node.textEnd, node.firstInside ?? node.textEnd);
    return { name, attributes, children, text: this.text.slice(node.textStart, textEnd), source: this.source.slice(node.sourceStart, node.sourceEnd) };
  }

  private open(name: string, attributes: Readonly<Record<string, string>>, sourceStart: number): void {
    if (this.current !== undefined) {
      this.current.firstInside ??= this.text.length;
    }
    this.current = {
      name: this.usualName(name), attributes, parent: this.current, textStart: this.text.length, sourceStart,
      textEnd: Number.MAX_SAFE_INTEGER, sourceEnd: this.source.length, firstInside: undefined, closed: false,
    };
    this.nodes.push(this.current);
  }

  private close(sourceEnd: number, implied: boolean): void {
    if (this.current !== undefined) {
      this.current.textEnd = this.text.length;
      this.current.sourceEnd = Math.max(sourceEnd, this.current.sourceStart);
      this.current.closed = !implied;
      this.current = this.current.parent;
    }
  }

  private usualName(name: string): string {
    const colon = name.indexOf(':');
    const [prefix, local] = colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
    const usual = this.prefixes.get(prefix) ?? (prefix === 'atom' ? '' : prefix);
    return usual === '' ? local : `${usual}:${local}`;
  }
}
