// Beside the one file that AG Grid is delivered as for pages without a bundler.
import { show } from './page.mjs';

show(globalThis.agGrid.createGrid);
