import { tabInQuestion, watchActiveTab } from '../../src/browser/tabs.ts';
import { mount } from '../../src/ui/mount.tsx';
import { Panel } from '../../src/ui/Panel.tsx';

const asked = new URLSearchParams(location.search);
const query = asked.get('query') ?? '';
const entity = asked.get('entity') ?? undefined;
mount('panel.title', () => <Panel first={tabInQuestion} watch={watchActiveTab} query={query} entity={entity} />);
