import { mount } from '../../src/ui/mount.tsx';
import { Options } from '../../src/ui/Options.tsx';

mount('options.title', Options);
