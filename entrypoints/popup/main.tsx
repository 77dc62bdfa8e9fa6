import { browser } from '../../src/browser/polyfilled.ts';
import { openPanel } from '../../src/browser/side-panel.ts';
import { tabInQuestion } from '../../src/browser/tabs.ts';
import { mount } from '../../src/ui/mount.tsx';
import { Popup } from '../../src/ui/Popup.tsx';
import { painted } from '../../src/ui/painted.ts';

const tab = tabInQuestion();
let here: number | undefined;
browser.windows?.getCurrent().then(({ id }) => {
  here = id;
});
// The field of index.html is seen first: with everything at once, the reader would see all of it later, and nothing before.
await painted();
mount('popup.title', () => (
  <Popup
    tab={tab}
    openOptions={() => browser.runtime.openOptionsPage()}
    openReader={() => browser.tabs.create({ url: browser.runtime.getURL('/reader.html#own-text') })}
    openPanel={() => openPanel({ windowId: here })}
  />
));
