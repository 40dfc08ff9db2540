// The vocabulary of the demo: its menu, its clock and its mailbox.
export async function demo_menu(customer) {
  await customer.press('button', 'Démonstration');
  return customer.sees('menu');
}

export async function lets_time_pass(customer, by) {
  await demo_menu(customer);
  await customer.press('menuitem', by);
  await customer.idle(60_000);
}

// Opens a letter by its subject and follows its link.
export async function answers_letter(customer, subject, link) {
  await customer.goes_to('#/mail');
  await customer.press('link', subject);
  await customer.reads('Bonjour,');
  await customer.press('link', link);
}
