import { createDialog } from './dialog.ts';
import type { Viewer } from './types.ts';

/** All that it takes to show a card; apart from the opening logic, so that only pages on which a card opens load it. */
export const viewer: Viewer = { createDialog };
