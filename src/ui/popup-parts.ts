/** What the popup shows only when it has been asked for something: it is read after the first paint. */
export { EntityView } from './EntityView.tsx';
export { MarkHere } from './packs/MarkHere.tsx';
export { foundIn } from './report-files.ts';
export { SaveReport } from './SaveReport.tsx';
export { ThisPage } from './ThisPage.tsx';
