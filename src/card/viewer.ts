import { renderEntity } from '../entry-view/render-entity.ts';
import { entityStyles } from '../entry-view/styles.ts';
import type { Viewer } from './types.ts';

/** All that it takes to show an entity; apart from the opening logic, so that only pages on which a card opens load it. */
export const viewer: Viewer = { renderEntity, entityStyles };
