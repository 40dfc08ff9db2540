// What customers with a screen reader do, and what they are told at each step. All of it by keyboard.
import { assert, test } from './guichet.mjs';
import { services } from './lists.mjs';
import { Reader } from './reader.mjs';

const name = 'fournil-example.fr', of_name = `${services}?q=${name}`;

// --- what is done
const key = (...names) => async (customer) => { for (const one of names) await customer.presses_key(one); };
const on = (role, called, how) => (customer) => customer.press_by_key(role, called, how);
const text = (words) => (customer) => customer.page.keyboard.type(words);
const within = (role, called) => async (customer) => { await (await customer.sees(role, called)).focus(); };
const both = (...steps) => async (customer) => { for (const step of steps) await step(customer); };
// Straight from the menu of the row.
const action = (called) => both(on('button', `Actions pour ${name}`), async (customer) => {
  await customer.page.waitForTimeout(350);  // a menu takes no key at first, see presses.test.mjs
  await customer.press_by_key('menuitem', called);
  await customer.page.waitForTimeout(350);
});

// --- what is told
const focused = true;
const back = ['button', `Actions pour ${name}`, { focused }];

// [where, [task, what is done, what must then be told]…]: see Reader.hears. A visit goes on from task to task.
const visits = {
  'the home page': ['', [
    ['find out where one is', null, [['RootWebArea', 'Accueil – Guichet'], ['heading', 'Accueil', { level: 1 }],
      ['navigation', 'Menu principal'], ['banner', ''], ['main', '']]],
    ['know that all is saved', null, [['status', '', { text: 'À jour', live: 'polite', description: /^Tout est enregistré/ }]]],
    ['read a chart’s figures', null, [['table', 'Échéances des 12 prochains mois'],
      ['columnheader', 'Mois'], ['columnheader', 'Services'], ['columnheader', 'Coût TTC'],
      ['cell', /^[\d ]+,\d\d €$/, { inside: 'Échéances des 12 prochains mois' }], ['cell', /^[\d ]+,\d\d €$/, { inside: 'Dépenses par année' }]]],
    ['find out how much expires in a month', within('link', 'janvier 2027'),
      [['link', 'janvier 2027', { focused, description: /^\d+ services? · [\d ,]+ € TTC$/ }]]],
    ['hear that something is lost, and that more is to be told of it', null, [['button', /services? perdus?$/, { expanded: false }]]],
    ['find out which services expire in that month', key('Enter'), [['tab', 'Services actifs', { selected: true }],
      ['status', '', { text: /^\d+ résultats? sur \d+/, live: 'polite' }]]],
    ['know that a filter is on', null, [['button', /^Retirer le filtre/]]],
    ['take the filter away', on('button', /^Retirer le filtre/), [['button', /^Retirer le filtre/, { never: true }]]],
  ]],
  'a list': [services, [
    ['know which tab is open', null, [['tab', 'Services actifs', { selected: true }], ['tab', 'Services expirés', { selected: false }]]],
    ['go to another tab', both(within('tab', 'Services actifs'), key('ArrowRight', 'Enter')),
      [['tab', 'Services expirés', { focused, selected: true }], ['table', 'Services expirés'], ['tab', 'Services actifs', { selected: false }]]],
    ['go back to the first tab', key('ArrowLeft', 'Enter'), [['tab', 'Services actifs', { focused, selected: true }]]],
    ['hear how many results there are after typing', both(within('searchbox', 'Rechercher'), text('example')),
      [['searchbox', 'Rechercher', { focused, value: 'example' }], ['status', '', { text: /^\d+ résultats sur \d+/, live: 'polite' }]]],
    ['hear that nothing was found', text('zzz'), [['status', '', { text: /^(0|Aucun) résultat/, live: 'polite' }], ['table', 'Services actifs', { never: true }]]],
    ['empty the search', both(key('Control+A'), text(name)), [['searchbox', 'Rechercher', { focused, value: name }], ['rowheader', name]]],
    ['sort by expiry', on('button', 'Trier par Expiration'), [['button', 'Trier par Expiration', { focused }], ['columnheader', 'Expiration']]],
    ['select a service', on('checkbox', `Sélectionner ${name}`, { key: 'Space' }), [['checkbox', `Sélectionner ${name}`, { focused, checked: 'true' }],
      ['status', '', { text: /1 service/, inside: 'Sélection', live: 'polite' }]]],
    ['select none again', key('Space'), [['checkbox', `Sélectionner ${name}`, { focused, checked: 'false' }], ['group', 'Sélection', { never: true }]]],
    ['choose a column', on('button', 'Colonnes'), [['dialog', /./, { modal: true }], ['checkbox', 'Expiration', { checked: /true|false/ }]]],
    ['leave a popup and be where one was', key('Escape'), [['dialog', /./, { never: true }], ['button', 'Colonnes', { focused }]]],
  ]],
  'a menu': [of_name, [
    ['open the actions of a service', on('button', `Actions pour ${name}`), [['menu', `Actions pour ${name}`], ['menuitem', 'Détails du service', { focused }]]],
    ['hear why an action is not possible', key('t'), [['menuitem', 'Télécharger la dernière facture', { focused, disabled: true, description: /facture/ }]]],
    ['leave the menu and be where one was', key('Escape'), [['menu', /./, { never: true }], back]],
    ['know which language is on', on('button', 'Langue'), [['menuitemcheckbox', 'Français', { checked: 'true' }], ['menuitemcheckbox', 'English', { checked: 'false' }]]],
    ['know which theme is on', both(key('Escape'), on('button', 'Thème')), [['menuitemcheckbox', 'Comme le système', { checked: 'true' }]]],
    ['know which kinds are shown', both(key('Escape'), on('button', 'Filtrer')), [['menuitemcheckbox', 'Tous les types', { focused, checked: 'true' }]]],
    ['show domains only', on('menuitemcheckbox', 'Domaines'), [['menu', /./, { never: true }], ['button', /^Retirer le filtre/]]],
  ]],
  'a renewal': [of_name, [
    ['open a popup', action('Renouveler'), [['dialog', 'Renouveler', { modal: true }],
      ['spinbutton', 'Durée', { focused, valuetext: '1', valuemin: 1, valuemax: 10, required: true }]]],
    ['hear why a button cannot be pressed', null, [['button', 'Durée : diminuer', { disabled: true, description: /limite/ }]]],
    ['hear the error at the field', both(key('Control+A'), text('99'), on('button', 'Payer et renouveler')),
      [['spinbutton', 'Durée', { focused, valuetext: '99', invalid: 'true', description: /^Choisissez de 1 à 10 ans/ }]]],
    ['set it right', both(key('Control+A'), text('2')), [['spinbutton', 'Durée', { focused, valuetext: '2', invalid: 'false' }]]],
    ['choose between two ways', both(within('radio', 'Payer maintenant'), key('ArrowDown')), [['radiogroup', 'Paiement'],
      ['radio', 'Garder dans un panier', { focused, checked: 'true' }], ['radio', 'Payer maintenant', { checked: 'false' }]]],
    ['renew one service', both(key('ArrowUp'), on('button', 'Payer et renouveler')), [['dialog', /./, { never: true }],
      ['status', '', { text: /fournil-example\.fr/, live: 'polite' }], back]],
  ]],
  'a label': [of_name, [
    ['hear what a field is for', action('Étiquette et notes'), [['textbox', 'Étiquette', { focused, description: /liste/ }],
      ['textbox', 'Notes', { multiline: true, description: /mot de passe/ }]]],
    ['hear that a text is too long', both(key('Control+A'), (customer) => customer.page.keyboard.insertText('x'.repeat(81)), (customer) => customer.idle(), key('Enter')), [['textbox', 'Étiquette', { focused, invalid: 'true', description: /80/ }]]],
    ['leave a popup with words in it', both(key('Control+A'), text('Four'), key('Escape')), [['dialog', /./, { never: true }], back]],
    ['hear that the words are still there', action('Étiquette et notes'), [['dialog', 'Étiquette et notes', { description: /^Brouillon repris/ }],
      ['textbox', 'Étiquette', { focused, value: 'Four' }], ['button', 'Effacer le brouillon']]],
    ['hear that something was saved', key('Enter'), [['dialog', /./, { never: true }], back, ['status', '', { text: /sont enregistrées/, live: 'polite' }]]],
  ]],
  'name servers': [of_name, [
    ['hear why nothing can be sent yet', action('Changer les serveurs DNS'), [['textbox', 'Serveur 1', { focused }],
      ['button', 'Changer les serveurs', { disabled: true, description: /^Ce sont déjà/ }]]],
    ['add a line and be in it', on('button', 'Ajouter : Serveur'), [['textbox', 'Serveur 3', { focused }]]],
    ['take it away and be in the line before', on('button', 'Retirer Serveur 3'), [['textbox', 'Serveur 3', { never: true }], ['textbox', 'Serveur 2', { focused }]]],
  ]],
  'the global search': ['', [
    ['search everything', both(key('Control+K'), text('fournil')), [['combobox', 'Recherche globale', { focused, expanded: true, value: 'fournil' }],
      ['listbox', 'Recherche globale'], ['option', /^fournil-example\.fr/, { selected: true }]]],
    ['walk through what was found', key('ArrowDown'), [['option', /./, { selected: true }], ['combobox', 'Recherche globale', { focused }]]],
    ['leave it', key('Escape', 'Escape'), [['listbox', /./, { never: true }]]],
  ]],
  'the page of a service': [`${services}/d-7`, [
    ['read what a service is', null, [['RootWebArea', `${name} – Guichet`], ['heading', name, { level: 1 }], ['region', 'En bref'], ['region', 'Serveurs DNS']]],
    ['find the way back to the list', within('link', 'Retour à la liste'), [['link', 'Retour à la liste', { focused }]]],
    ['fold the menu', on('button', 'Réduire le menu'), [['link', 'Accueil'], ['button', /menu$/, { focused }]]],
  ]],
};

for (const [place, [at, tasks]] of Object.entries(visits))
  test(`a screen reader tells what one needs: ${place}`, async ({ arrives }) => {
    const customer = await arrives({ at });
    const reader = new Reader(customer);
    for (const [task, does, expected] of tasks) {
      await does?.(customer);
      await reader.hears(expected, task);
    }
  });

test('a screen reader hears which column orders a list, and in which direction', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  for (const wanted of ['descending', 'ascending']) {
    await customer.press_by_key('button', 'Trier par Expiration');
    assert.equal(await (await customer.sees('columnheader', /^Expiration|Trier par Expiration/)).getAttribute('aria-sort'), wanted);
  }
});
