import { describeGallery } from './gallery.ts';

describeGallery(0);
