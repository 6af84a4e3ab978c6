import '../ui/base.css';
import './claims.css';
import type { ClaimsQuery, FromClaims, ToClaims } from '../../src/protocol/claims';
import { PageChannel, unreachable } from '../ui/channel';
import { ClaimsPage } from './claims-page';

const FIRST_QUERY: ClaimsQuery = { order: { column: 'paper', descending: false }, filter: '', page: 0 };

const channel = new PageChannel<FromClaims, ToClaims, ClaimsQuery>();
const page = new ClaimsPage(document.querySelector<HTMLElement>('#page') ?? document.body, channel.state ?? FIRST_QUERY, {
  send: (message) => channel.send(message),
  ask: (query) => {
    channel.state = query;
    channel.send({ kind: 'ask', query });
  },
});

channel.listen((message) => {
  switch (message.kind) {
    case 'show':
      channel.state = message.view.query;
      page.show(message.view);
      return;
    case 'progress':
      page.progress(message.done, message.total);
      return;
    case 'failed':
      page.failed(message.message);
      return;
    case 'done':
      page.say(message.message);
      return;
    default:
      return unreachable(message);
  }
});

page.ask({});
