import { loadDemo } from '../demos';
import { unreachable } from '../ui/channel';
import { registerToolkit } from '../ui/toolkit';
import { Host } from './host';
import './lab.css';
import { showLab, showMissing } from './lab-page';
import type { RunController } from './run-controller';

registerToolkit();

const page = document.getElementById('page') ?? document.body;
const host = new Host();
let controller: RunController | undefined;

host.listen((message) => {
  switch (message.kind) {
    case 'show': {
      // A page shows one demo for as long as it lives.
      if (controller) return;
      const demo = loadDemo(message.lab.slug);
      if (demo) controller = showLab(page, demo, message.lab, host);
      else showMissing(page, message.lab);
      return;
    }
    case 'visible':
      controller?.setVisible(message.visible);
      return;
    default:
      unreachable(message);
  }
});
