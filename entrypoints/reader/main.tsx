import { mount } from '../../src/ui/mount.tsx';
import { Reader } from '../../src/ui/Reader.tsx';

mount('reader.title', Reader);
