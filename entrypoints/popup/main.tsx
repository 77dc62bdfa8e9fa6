import { browser } from '../../src/messages/browser.ts';
import { activeTab } from '../../src/messages/tabs.ts';
import { mount } from '../../src/ui/mount.tsx';
import { Popup } from '../../src/ui/Popup.tsx';

/** A popup opened as a page of its own (tests, or by hand) says which tab it is about: `popup.html?tab=12`. */
async function tabInQuestion() {
  const id = new URLSearchParams(location.search).get('tab');
  if (id === null) return activeTab();
  const { url } = await browser.tabs.get(Number(id));
  return { id: Number(id), ...(url === undefined ? {} : { url }) };
}

const tab = tabInQuestion();
mount('popup.title', () => (
  <Popup
    tab={tab}
    openOptions={() => browser.runtime.openOptionsPage()}
    openReader={() => browser.tabs.create({ url: browser.runtime.getURL('/reader.html') })}
  />
));
