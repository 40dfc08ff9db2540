// Storage faults on devices, in short runs: power failure, damaged and full disks, two tabs, a frozen tab, a database
// taken away. The long runs, with figures, are tools/soak.
import { address } from './customer.mjs';
import { assert, test } from './guichet.mjs';
import { kills } from './faults_kills.mjs';
import { damage } from './faults_damage.mjs';
import { quota } from './faults_quota.mjs';
import { two_tabs } from './faults_tabs.mjs';
import { frozen_tab } from './faults_frozen.mjs';
import { closed_database } from './faults_closed.mjs';

const seed = +(process.env.GUICHET_SEED || 1);
// Long enough to report a fault: the tests wait more than once for a page that does not answer.
const patient = { timeout: 300_000 };
const unharmed = ({ broken, figures }) => assert.deepEqual(broken, [], `seed ${seed}: ${JSON.stringify(figures)}`);

test('an edit that was acknowledged survives a killed browser, wholly', patient, async () =>
  unharmed(await kills({ address: await address(), count: 4, seed })));

// Speed depends on the machine: the limit of two seconds is checked in the long runs only, here the account must open.
for (const backend of ['leveldb', 'sqlite'])
  test(`damaged files (${backend}) open again, and what is lost is said`, patient, async () =>
    unharmed(await damage({ address: await address(), backend, seed, most: 2, limit_ms: 10_000 })));

test('an edit on a full disk is shown, said not to be stored, and stored once there is room', patient, async () =>
  unharmed(await quota({ address: await address(), count: 2, seed })));

test('sixty edits in two tabs are all there, once, and both tabs show them', patient, async () =>
  unharmed(await two_tabs({ address: await address(), count: 60, seed })));

test('a frozen tab neither holds up the other one nor overwrites what that one stored', patient, async () =>
  unharmed(await frozen_tab({ address: await address(), rounds: 1, seed })));

test('a database that is deleted, cleared or upgraded under the page loses nothing silently', patient, async () =>
  unharmed(await closed_database({ address: await address() })));
