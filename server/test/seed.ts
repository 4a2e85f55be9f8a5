// Loaded before the tests (.mocharc.json): fast-check, too, begins with SEED.
import fc from 'fast-check';
import { SEED } from './random-runs';

fc.configureGlobal({ seed: SEED });
