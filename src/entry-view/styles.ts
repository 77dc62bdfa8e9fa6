import dispute from './dispute.css?inline';
import entity from './entity.css?inline';

/** For a document or shadow root that shows `renderEntity` and has the custom properties of tokens.css. */
export const entityStyles = entity + dispute;
