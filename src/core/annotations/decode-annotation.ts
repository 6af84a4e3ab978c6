import * as v from 'valibot';
import type { CodeTarget } from '../anchors/code-target';
import type { TextTarget } from '../anchors/text-target';
import { isJsonObject } from '../papers/json';
import type { Json } from '../papers/paper';
import { isSameTag, MOST_TAGS, tidyTags } from '../papers/tags';
import { ANNOTATION_KINDS, HIGHLIGHT_COLOURS, type Annotation, type AnnotationKind, type HighlightColour } from './annotation';
import { ANNOTATION_VERSION, CONTEXT, DETACHED_FIELD, idOfAddress, motivationOf, paperOfSource, RESOLVED_FIELD, VERSION_FIELD } from './annotation-form';
import { decodeCodeLink } from './code-link';
import { firstOf, MOMENT, readBody, readPosition, readQuote } from './selectors';

type JsonObject = Readonly<Record<string, Json>>;

/** An annotation that was read, or why it was not: in words for the reader, with the place in the file. */
export type DecodedAnnotation =
  | {
      readonly ok: true;
      readonly annotation: Annotation;
      /** A newer Lectern wrote it: it is shown and must be left as it is. */
      readonly readOnly: boolean;
    }
  | { readonly ok: false; readonly problem: string };

const LONGEST_PROBLEM = 300;

const named = v.looseObject({ name: v.string() });

const FILE = v.looseObject({
  id: v.pipe(v.string(), v.check((id) => idOfAddress(id) !== undefined, 'Expected an address such as "urn:uuid:…"')),
  type: v.literal('Annotation'),
  [VERSION_FIELD]: v.pipe(v.number(), v.integer(), v.minValue(1)),
  created: MOMENT,
  modified: v.optional(MOMENT),
  creator: v.optional(named),
  generator: v.optional(named),
  target: v.looseObject({ source: v.string(), scope: v.optional(v.string()) }),
});

/** Reads the text of an annotation's file. Never throws. */
export function decodeAnnotation(text: string): DecodedAnnotation {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    return { ok: false, problem: `This is not JSON: ${error instanceof Error ? error.message : String(error)}`.slice(0, LONGEST_PROBLEM) };
  }
  return annotationFromJson(json);
}

/** The same for JSON that was parsed. What is not known of it is kept as `extra`. */
export function annotationFromJson(json: unknown): DecodedAnnotation {
  const parsed = v.safeParse(FILE, json, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { ok: false, problem: `This is not an annotation of Lectern. At ${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`.slice(0, LONGEST_PROBLEM) };
  }
  const { id, target, created, modified = created, creator, generator, [VERSION_FIELD]: version } = parsed.output;
  const paper = paperOfSource(target.scope ?? target.source);
  if (paper === undefined) {
    return { ok: false, problem: `This is not an annotation of Lectern. At target.source: "${target.source}" is no paper.`.slice(0, LONGEST_PROBLEM) };
  }
  const replyTo = target.scope === undefined ? undefined : idOfAddress(target.source);
  const whole = isJsonObject(json) ? json : {};
  const bodies = readBodies(listOf(whole['body']));
  const place = readTarget(whole['target']);
  const { comment, kind, tags, code } = bodies;
  const known: Annotation = {
    id: idOfAddress(id) ?? id,
    paper,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(place.target === undefined ? {} : { target: place.target }),
    ...(whole[DETACHED_FIELD] === true ? { detached: true } : {}),
    ...(kind === undefined ? {} : { kind }),
    colour: place.colour,
    tags,
    comment,
    ...(code.length === 0 ? {} : { code }),
    ...(whole[RESOLVED_FIELD] === true ? { resolved: true } : {}),
    created,
    modified,
    ...(creator === undefined ? {} : { creator: creator.name }),
    ...(generator === undefined ? {} : { generator: generator.name }),
  };
  const extra = extraOf(whole, known, { body: bodies.others, target: place.others });
  return { ok: true, annotation: { ...known, ...(Object.keys(extra).length === 0 ? {} : { extra }) }, readOnly: version > ANNOTATION_VERSION };
}

const KNOWN_FIELDS = new Set(['id', 'type', VERSION_FIELD, 'motivation', 'creator', 'generator', 'created', 'modified', 'body', 'target']);

function extraOf(whole: JsonObject, known: Annotation, { body, target }: { readonly body: readonly Json[]; readonly target: JsonObject }): JsonObject {
  const others = Object.entries(whole).filter(
    ([name, value]) => !KNOWN_FIELDS.has(name) && !((name === DETACHED_FIELD || name === RESOLVED_FIELD) && value === true) && !(name === '@context' && value === CONTEXT),
  );
  const motivation = listOf(whole['motivation']).filter((one) => one !== motivationOf(known));
  const creator = without(whole['creator'], { type: 'Person', name: known.creator });
  const generator = without(whole['generator'], { type: 'Software', name: known.generator });
  return {
    ...Object.fromEntries(others),
    ...(body.length === 0 ? {} : { body }),
    ...(isEmpty(target) ? {} : { target }),
    ...(motivation.length === 0 ? {} : { motivation }),
    ...(isEmpty(creator) ? {} : { creator }),
    ...(isEmpty(generator) ? {} : { generator }),
  };
}

function readBodies(bodies: readonly Json[]) {
  let comment: string | undefined;
  let kind: AnnotationKind | undefined;
  const tags: string[] = [];
  const code: CodeTarget[] = [];
  const others: Json[] = [];
  for (const body of bodies) {
    const link = decodeCodeLink(body);
    const { purpose, value = '' } = readBody(body) ?? {};
    const ofKind = ANNOTATION_KINDS.find((one) => one === value);
    if (link !== undefined) {
      code.push(link);
    } else if (purpose === 'commenting' && comment === undefined) {
      comment = value;
    } else if (purpose === 'tagging' && isNewTag(value, tags)) {
      tags.push(value);
    } else if (purpose === 'classifying' && ofKind !== undefined && kind === undefined) {
      kind = ofKind;
    } else {
      others.push(body);
    }
  }
  return { comment: comment ?? '', kind, tags: tidyTags(tags), code, others };
}

function readTarget(json: Json | undefined): { readonly target?: TextTarget; readonly colour: HighlightColour; readonly others: JsonObject } {
  const { source, scope, selector, styleClass, ...more } = isJsonObject(json) ? json : {};
  const quote = firstOf(listOf(selector), readQuote);
  const position = quote.found === undefined ? { others: quote.others } : firstOf(quote.others, readPosition);
  const style = firstOf(listOf(styleClass), colourOf);
  // A reply is known by its scope alone: what is not an address of ours there is kept.
  const isForeignScope = source !== undefined && scope !== undefined && typeof source === 'string' && idOfAddress(source) === undefined;
  return {
    ...(quote.found === undefined ? {} : { target: { ...quote.found, ...(position.found === undefined ? {} : { position: position.found }) } }),
    colour: style.found ?? 'yellow',
    others: {
      ...more,
      ...(position.others.length === 0 ? {} : { selector: position.others }),
      ...(style.others.length === 0 ? {} : { styleClass: style.others }),
      ...(isForeignScope ? { source, scope } : {}),
    },
  };
}

function colourOf(style: Json | undefined): HighlightColour | undefined {
  return HIGHLIGHT_COLOURS.find((colour) => style === `lectern-${colour}`);
}

function listOf(json: Json | undefined): readonly Json[] {
  return json === undefined ? [] : Array.isArray(json) ? (json as readonly Json[]) : [json];
}

function without(json: Json | undefined, known: Readonly<Record<string, Json | undefined>>): JsonObject {
  return isJsonObject(json) ? Object.fromEntries(Object.entries(json).filter(([name, value]) => known[name] !== value)) : {};
}

/** Written as tags are kept, and not there yet. */
function isNewTag(text: string, tags: readonly string[]): boolean {
  return tidyTags([text])[0] === text && tags.length < MOST_TAGS && !tags.some((tag) => isSameTag(tag, text));
}

function isEmpty(json: JsonObject): boolean {
  return Object.keys(json).length === 0;
}
