import type { PaperView } from '../../src/protocol/reader';

/** What a page looks like from outside after it has shown a paper. */
export interface Inspection {
  /** Code that ran, was refused by the policy, or threw. Empty when all is well. */
  readonly alarms: readonly string[];
  /** Elements and attributes that no text of a paper may bring about. */
  readonly foreign: readonly string[];
  /** Everything outside the page's own elements, as one text. */
  readonly outside: string;
  /** Identifiers and names of all elements, in order. */
  readonly names: readonly string[];
  readonly title: string;
  readonly noteTitle: string;
  readonly runTitle: string;
}

/** Runs in the page before its own code. It may use nothing of this module. */
export function installTripwire(): void {
  const alarms: string[] = [];
  const trip = (what: unknown): void => {
    alarms.push(String(what));
  };
  Object.assign(window, {
    alarms,
    tripped: trip,
    alert: trip,
    confirm: trip,
    prompt: trip,
    open: trip,
    acquireVsCodeApi: () => ({
      postMessage: (message: { readonly kind: string }) => {
        if (message.kind === 'ready') Object.assign(window, { pageIsReady: true });
        else if (message.kind !== 'findSimilar') trip(`sent ${JSON.stringify(message)}`);
      },
      getState: () => undefined,
      setState: () => undefined,
    }),
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => trip(`${violatedDirective} ${blockedURI}`));
  window.addEventListener('error', ({ message }) => trip(message));
  window.addEventListener('unhandledrejection', ({ reason }) => trip(reason));
}

/** Runs in the page: shows the paper, lets it be painted, and looks. It may use nothing of this module. */
export async function inspectPage(paper: PaperView): Promise<Inspection> {
  window.dispatchEvent(new MessageEvent('message', { data: { kind: 'show', paper } }));
  const { title } = paper;
  window.dispatchEvent(new MessageEvent('message', { data: { kind: 'similar', papers: [{ key: title, title, shared: [title] }] } }));
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 0)));
  const main = document.querySelector('main');
  const elements = [...(main?.querySelectorAll('*') ?? [])];
  const forbidden = 'script, style, iframe, frame, object, embed, img, image, svg, video, audio, source, link, meta, base, form, template, portal, marquee, noscript, slot';
  const addresses = ['href', 'xlink:href', 'src', 'srcset', 'action', 'formaction', 'background', 'poster', 'data', 'cite', 'ping', 'target', 'srcdoc', 'is', 'slot', 'style'];
  const foreign = elements.flatMap((found) => [
    ...(found.matches(forbidden) ? [`<${found.localName}>`] : []),
    ...found.getAttributeNames().flatMap((name) => {
      const value = found.getAttribute(name) ?? '';
      const isLink = found.localName === 'a' && name === 'href' && /^(?:https?:\/\/|mailto:)/iu.test(value);
      return name.startsWith('on') || (addresses.includes(name) && !isLink) ? [`${found.localName} ${name}=${value}`] : [];
    }),
  ]);
  const shell = document.documentElement.cloneNode(true);
  if (shell instanceof Element) {
    shell.querySelector('main')?.replaceChildren();
    // The page names its document after the paper.
    shell.querySelector('title')?.replaceChildren();
  }
  const alarms: unknown = Reflect.get(window, 'alarms');
  const textOf = (id: string) => document.querySelector(`[data-testid="${id}"]`)?.textContent ?? '';
  return {
    alarms: Array.isArray(alarms) ? alarms.map(String) : ['the tripwire is gone'],
    foreign,
    outside: `${location.href} ${shell instanceof Element ? shell.outerHTML : ''}`,
    // Numbers are given anew with each paper.
    names: elements.flatMap((found) => [found.id, found.getAttribute('name') ?? ''].filter((name) => name !== '').map((name) => name.replace(/\d+/u, 'N'))),
    title: textOf('title'),
    noteTitle: textOf('note-0'),
    runTitle: textOf('run-0'),
  };
}
