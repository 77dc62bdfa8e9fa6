import dispute from './dispute.css?inline';
import entity from './entity.css?inline';
import tokens from './tokens.css?inline';

/** For a document or shadow root that shows `renderEntity`: colours as custom properties, then the entity and its disputes. */
export const entityStyles = tokens + entity + dispute;
