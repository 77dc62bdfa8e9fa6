export type { Card, CardActions, CardConfig, CardOptions, Target, Texts } from './types.ts';
