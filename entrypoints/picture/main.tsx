import { mount } from '../../src/ui/mount.tsx';
import { Picture } from '../../src/ui/Picture.tsx';

mount('picture.title', Picture);
