import type { FromLab, LabState, ToLab } from '../../src/protocol/lab';
import { PageChannel } from '../ui/channel';

export type Answer = Extract<ToLab, { readonly request: number }>;
type Request = Extract<FromLab, { readonly request: number }>;
/** A request without its number; the number is the host's and ours to match answers by. */
export type Unnumbered<Message = Request> = Message extends Request ? Omit<Message, 'request'> : never;

/** The extension behind the page. Every request is answered once, with what it did or why it could not. */
export class Host {
  private readonly channel = new PageChannel<FromLab, ToLab, LabState>();
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private lastRequest = 0;

  /** @param onMessage gets what is no answer */
  listen(onMessage: (message: Exclude<ToLab, Answer>) => void): void {
    this.channel.listen((message) => {
      if ('request' in message) {
        this.waiting.get(message.request)?.(message);
        this.waiting.delete(message.request);
      } else {
        onMessage(message);
      }
    });
    this.channel.send({ kind: 'ready' });
  }

  send(message: Exclude<FromLab, Request>): void {
    this.channel.send(message);
  }

  ask(message: Unnumbered): Promise<Answer> {
    const request = ++this.lastRequest;
    return new Promise((resolve) => {
      this.waiting.set(request, resolve);
      this.channel.send({ ...message, request });
    });
  }

  get state(): LabState | undefined {
    return this.channel.state;
  }

  set state(state: LabState | undefined) {
    this.channel.state = state;
  }
}
