import entity from './entity.css?inline';
import host from './host.css?inline';
import tokens from './tokens.css?inline';

/** For a document or shadow root that shows `renderEntity` outside the card: colours as custom properties, then the entity. */
export const entityStyles = tokens + entity;

/** All of the card. */
export const cardStyles = tokens + entity + host;
