import { CHROMIUM } from './harness/browsers';
import { describeSurfaces } from './harness/surfaces-shown';

describeSurfaces(CHROMIUM);
