// A page with a grid of the demo's rows, as short as a page with AG Grid can be: a title, a search field, a list that sorts, filters and selects.
// The rows come with the script, so that it waits for nothing else. `rows.json` is put in when it is bundled.
import { titles, rows } from 'rows.json';

export function show(createGrid) {
  const search = document.querySelector('input');
  const api = createGrid(document.querySelector('#grid'), {
    columnDefs: titles.map((headerName, at) => ({ field: `c${at}`, headerName, filter: true })),
    defaultColDef: { flex: 1, minWidth: 100 },
    rowData: rows.map((row) => Object.fromEntries(row.map((text, at) => [`c${at}`, text]))),
    rowSelection: { mode: 'multiRow' },
    // As Guichet says it of its first frame.
    onFirstDataRendered: () => { document.documentElement.dataset.frames = '1'; },
  });
  search.addEventListener('input', () => api.setGridOption('quickFilterText', search.value));
}
