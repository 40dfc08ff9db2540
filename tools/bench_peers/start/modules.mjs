// AG Grid bundled with what the page uses, and with what Guichet's list does besides: columns that are chosen and sized, an
// export as CSV, texts in French, names that are edited. A bundler leaves the rest out.
import { createGrid, ModuleRegistry, CellStyleModule, ClientSideRowModelModule, ColumnApiModule, ColumnAutoSizeModule, CsvExportModule, DateFilterModule, LocaleModule, NumberFilterModule,
  QuickFilterModule, RowApiModule, RowSelectionModule, TextEditorModule, TextFilterModule, TooltipModule } from 'ag-grid-community';
import { show } from './page.mjs';

ModuleRegistry.registerModules([CellStyleModule, ClientSideRowModelModule, ColumnApiModule, ColumnAutoSizeModule, CsvExportModule, DateFilterModule, LocaleModule, NumberFilterModule,
  QuickFilterModule, RowApiModule, RowSelectionModule, TextEditorModule, TextFilterModule, TooltipModule]);
show(createGrid);
