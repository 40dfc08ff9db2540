// Gérer mes services: actions on a row that take longer than a press, from the customer's view, also after a reload.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { is_without_violation } from './axe.mjs';
import { assert, plain, test, until } from './guichet.mjs';
import { chooses, first_that_may, no_popup, opens_actions, popup, rows, searches, services } from './lists.mjs';
import { answers_letter, lets_time_pass } from './mailbox.mjs';
import { words_of } from './pdf.mjs';

async function details_of(customer, identifier, tab = 'active') {
  await customer.goes_to(`#/services/${tab}?q=${encodeURIComponent(identifier)}`);
  await chooses(customer, identifier, 'Détails du service');
  await customer.reads('En bref');
}

// Confirms a popup that only asks for confirmation.
async function asks(customer, identifier, action, verb = action) {
  await customer.goes_to(`${services}?q=${encodeURIComponent(identifier)}`);
  await chooses(customer, identifier, action);
  const open = await popup(customer);
  await customer.press('button', verb, { within: open });
  await no_popup(customer);
}

function every_file(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return every_file(at);
    try { return entry.isFile() && statSync(at).size < 200e6 ? [at] : []; } catch { return []; }
  });
}

for (const [action, service, result, verb = action] of [
  ['Déverrouiller', 'atelier-example.paris', 'Déverrouillage'],
  ['Publier mes coordonnées (WHOIS)', 'atelier-example.com', 'Coordonnées publiées dans le WHOIS', 'Publier mes coordonnées'],
  ['Mot de passe perdu de l’hébergement', 'atex7305', 'Lien de nouveau mot de passe', 'Envoyer le lien'],
  ['Vérifier l’adresse du titulaire', 'levain-example.eu', 'Vérification de l’adresse du titulaire', 'Envoyer le lien'],
])
  test(`« ${action} » is asked for, followed on the details until it is done, and still so after a reload`, async ({ arrives }) => {
    const customer = await arrives();
    if (action.startsWith('Vérifier')) {
      await customer.goes_to(`#/services/domains?q=${service}`);
      await chooses(customer, service, action);
      await customer.press('button', verb, { within: await popup(customer) });
      await no_popup(customer);
    } else await asks(customer, service, action, verb);
    await details_of(customer, service);
    await customer.reads(`${result} : Terminé`, { timeout: 30_000 });
    await customer.reload();
    await customer.reads(`${result} : Terminé`);
  });

test('a transfer code is shown after the password, hidden again, and nowhere on the disk', { timeout: 240_000 }, async ({ arrives }) => {
  const customer = await arrives({ profile: true });
  await customer.goes_to(`${services}?q=reliure`);
  await chooses(customer, 'reliure-example.net', 'Récupérer le code de transfert');
  const open = await popup(customer, /code de transfert/);
  await customer.types('textbox', 'Votre mot de passe', 'demo', { within: open });
  await customer.press('button', 'Afficher le code', { within: open });
  await customer.press('button', 'Afficher', { within: open });
  const code = await until(async () => plain(await open.innerText()).match(/\b[A-Za-z0-9]{4}-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}\b/)?.[0], { what: () => 'no code is shown' });
  await is_without_violation(customer, 'the code');
  await customer.reads('Le code n’est plus affiché', { timeout: 90_000 });
  assert.ok(!plain(await customer.page.locator('body').innerText()).includes(code), 'the code is still there');
  await customer.press('button', 'Fermer', { within: open });
  await customer.reload();
  await details_of(customer, 'reliure-example.net');
  await customer.reads('Déverrouillé jusqu’au');
  await customer.kills_the_browser();
  for (const file of every_file(customer.disk.folder)) {
    const bytes = readFileSync(file);
    for (const form of [Buffer.from(code), Buffer.from(code, 'utf16le')])
      assert.ok(!bytes.includes(form), `the code is in ${path.basename(file)}`);
  }
  await customer.opens_the_browser_again();
});

test('a transfer is followed in En attente: a refused code is corrected, the holder agrees, the domain arrives', { timeout: 240_000 }, async ({ arrives }) => {
  const customer = await arrives();
  await customer.goes_to('#/services/pending');
  await chooses(customer, 'example-formation.fr', 'Suivre le transfert');
  const open = await popup(customer, /transfert/);
  await customer.reads('À vous d’agir', { within: open });
  await customer.types('textbox', 'Code de transfert', 'code-faux', { within: open });
  await customer.press('button', 'Envoyer le code', { within: open });
  await customer.reads('Code refusé par le registre', { timeout: 30_000 });
  await is_without_violation(customer, 'a refused code');
  await customer.types('textbox', 'Code de transfert', 'Bon-Code-77', { within: open });
  await customer.press('button', 'Envoyer le code', { within: open });
  await customer.reads('Réponse de l’autre bureau attendue', { timeout: 30_000 });
  await customer.presses_key('Escape');
  await no_popup(customer);
  await customer.reload();
  await lets_time_pass(customer, 'Avancer d’une semaine');
  await customer.goes_to(`${services}?q=example-formation.fr`);
  assert.equal((await rows(customer)).length, 1);
});

test('a trade is asked for, confirmed by both sides through their letters, and the domain has left the account', { timeout: 240_000 }, async ({ arrives }) => {
  const customer = await arrives();
  await customer.goes_to(`${services}?q=gite`);
  await chooses(customer, 'gite-example.fr', 'Céder ce service (trade)');
  const open = await popup(customer, /Céder/);
  await is_without_violation(customer, 'the form of a trade');
  await customer.types('textbox', 'Identifiant du compte destinataire', 'C-118203', { within: open });
  await customer.types('textbox', 'Adresse e-mail du destinataire', 'mairie@example.org', { within: open });
  await customer.types('textbox', 'Motif', 'Le gîte change de mains.', { within: open });
  await customer.press_by_key('checkbox', /J’accepte/, { within: open, key: ' ' });  // it may be further down
  await customer.press('button', 'Demander la cession', { within: open });
  await no_popup(customer);
  await customer.reads_status('À jour');
  await answers_letter(customer, /Cession de gite-example.fr : confirmez/, 'Accepter ou refuser');
  await is_without_violation(customer, 'the answer to a trade');
  await customer.press('button', 'Accepter');
  await customer.reads('Votre accord est enregistré');
  await customer.reload();
  await customer.reads('Ce lien n’est plus valable');
  await answers_letter(customer, /Cession de gite-example.fr : votre accord/, 'Accepter ou refuser');
  await customer.press('button', 'Accepter');
  await customer.reads('Votre accord est enregistré');
  await customer.goes_to('#/services/trade');
  await searches(customer, 'gite');
  await until(async () => (await rows(customer, 'Trade'))[0]?.État === 'Terminée', { ms: 30_000, what: () => 'the trade is not done' });
  await customer.goes_to(`${services}?q=gite-example.fr`);
  await customer.reads('Vérifiez l’orthographe');
});

test('a cart is saved, resumed by its address, edited, paid, and becomes an order', { timeout: 240_000 }, async ({ arrives }) => {
  const customer = await arrives();
  await customer.goes_to('#/services/pending');
  await chooses(customer, 'atelier-example.paris, bois-example.fr', 'Reprendre le panier');
  let open = await popup(customer, 'Panier');
  await customer.reads('Le prix a changé', { within: open });
  await is_without_violation(customer, 'a cart');
  const address = customer.hash();
  await customer.reload();
  assert.equal(customer.hash(), address);
  open = await popup(customer, 'Panier');
  await customer.back();
  await no_popup(customer);
  await customer.goes_to(address);
  await popup(customer, 'Panier');

  // The same cart in another tab, which pays it.
  const first = customer.page;
  customer.page = await customer.context.newPage();
  await customer.goes_to(address);
  open = await popup(customer, 'Panier');
  await customer.press('button', 'Payer', { within: open });
  await no_popup(customer);
  await customer.page.close();
  customer.page = first;
  open = await popup(customer, 'Déjà commandé');
  await customer.press('button', 'Voir la commande', { within: open });
  open = await popup(customer, 'Commande');
  await customer.press('button', 'Fermer', { within: open });
  await details_of(customer, 'bois-example.fr');
  await customer.reads('Renouvellement de 1 an : Terminé', { timeout: 30_000 });
});

test('time passes in the demo: an automatic renewal is announced, and called off by the link of its letter', { timeout: 240_000 }, async ({ arrives }) => {
  const customer = await arrives();
  await answers_letter(customer, /menuiserie-example.fr sera renouvelé/, 'Annuler ce renouvellement');
  await customer.sees('heading', 'Annuler le renouvellement de menuiserie-example.fr ?', { level: 1 });
  await customer.reads(/Il cessera de fonctionner après le \d\d\/\d\d\/\d{4}\./);
  await customer.press('link', 'Garder le renouvellement');
  await customer.sees('heading', 'menuiserie-example.fr', { level: 1 });
  await customer.back();
  await customer.press('button', 'Ne pas renouveler');
  await customer.reads('Le renouvellement de menuiserie-example.fr est annulé');
  await lets_time_pass(customer, 'Avancer de 30 jours');
  await customer.goes_to('#/services/expired?q=menuiserie');
  assert.equal((await rows(customer, 'Services expirés')).length, 1);
  await customer.reload();
  assert.equal((await rows(customer, 'Services expirés')).length, 1);
});

// The menu entry that downloads a service's latest invoice.
async function invoice_of(customer, identifier) {
  await customer.goes_to(`${services}?q=${encodeURIComponent(identifier)}`);
  return customer.sees('menuitem', 'Télécharger la dernière facture', { within: await opens_actions(customer, identifier) });
}

test('the latest invoice of a service is saved as a PDF; where there is none, that is said until something is paid', { timeout: 240_000 }, async ({ arrives }) => {
  const customer = await arrives();
  const item = await invoice_of(customer, 'lutherie-example.org');
  const file = await customer.downloads(() => customer.press_at(item, { rest: false }));
  assert.match(file.name, /^facture-F-\d{6}\.pdf$/);
  const bytes = file.bytes.toString('latin1');
  assert.ok(bytes.startsWith('%PDF-') && bytes.trimEnd().endsWith('%%EOF'));
  const words = plain(words_of(file.bytes));
  for (const said of ['Renouvellement de lutherie-example.org', 'Total TTC', 'Document de démonstration']) assert.ok(words.includes(said), said);

  const unpaid = 'reliure-example.net';
  const refused = await invoice_of(customer, unpaid);
  assert.equal(await refused.getAttribute('aria-disabled'), 'true');
  assert.match(await customer.reason(refused), /n’a pas encore de facture/);
  await customer.presses_key('Escape');
  await chooses(customer, unpaid, 'Renouveler');
  await customer.press('button', 'Payer et renouveler', { within: await popup(customer, /Renouveler/) });
  await no_popup(customer);
  await details_of(customer, unpaid);
  await customer.sees('button', /^Facture F-/, { timeout: 30_000 });
  await customer.reload();
  const again = await customer.downloads(async () => customer.press('button', /^Facture F-/, { rest: false }));
  assert.ok(plain(words_of(again.bytes)).includes(`Renouvellement de ${unpaid}`));
  await is_without_violation(customer, 'the details with an invoice');
});

test('a service is to end, which can be taken back; the offered domain is chosen; the support is written to', { timeout: 240_000 }, async ({ arrives }) => {
  const customer = await arrives();
  await asks(customer, 'verrerie-example.fr', 'Demander la résiliation');
  await details_of(customer, 'verrerie-example.fr');
  await customer.reads('Résilié le');
  await asks(customer, 'verrerie-example.fr', 'Annuler la résiliation', 'Garder ce service');

  await customer.goes_to(`${services}?q=nova2044`);
  await chooses(customer, 'nova2044', 'Choisir le domaine offert');
  let open = await popup(customer);
  await customer.types('textbox', 'Nom du domaine', 'Projet-Né-Example.fr', { within: open });
  await customer.press('checkbox', /définitif/, { within: open });
  await customer.press('button', 'Choisir ce domaine', { within: open });
  await no_popup(customer);
  await details_of(customer, 'nova2044');
  await customer.reads('Domaine offert : Terminé', { timeout: 30_000 });
  await customer.reload();
  await customer.goes_to(`${services}?q=projet-né`);
  assert.equal((await rows(customer)).length, 1);

  await chooses(customer, 'projet-né-example.fr', 'Contacter le support à ce sujet');
  open = await popup(customer);
  await customer.types('textbox', 'Sujet', 'Zone DNS', { within: open });
  await customer.types('textbox', 'Message', 'Pouvez-vous la vérifier ?', { within: open });
  await customer.press('button', 'Envoyer', { within: open });
  await no_popup(customer);
  await details_of(customer, 'projet-né-example.fr');
  await customer.reads('Zone DNS');
});

for (const theme of ['light', 'dark'])
  test(`axe finds nothing in the tabs and popups of what is under way, in the ${theme} theme`, { timeout: 240_000 }, async ({ arrives }) => {
    const customer = await arrives({ theme });
    for (const at of ['#/services/domains', '#/services/pending', '#/services/trade', '#/mail', '#/services/trade/trade-demo-1', '#/services/pending/order-demo-1']) {
      await customer.goes_to(at);
      await is_without_violation(customer, at);
    }
    await customer.goes_to(services);
    await opens_actions(customer, await first_that_may(customer, 'Déverrouiller'));
    await is_without_violation(customer, 'the menu of a row');
    await customer.presses_key('Escape');
    for (const [one, action] of [['atelier-example.paris', 'Déverrouiller'], ['verrerie-example.fr', 'Demander la résiliation'],
      ['nova2044', 'Choisir le domaine offert'], ['nova2044', 'Contacter le support à ce sujet']]) {
      await customer.goes_to(`${services}?q=${one}`);
      await chooses(customer, one, action);
      await is_without_violation(customer, action);
      await customer.presses_key('Escape');
      await no_popup(customer);
    }
  });
