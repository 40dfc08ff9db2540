// The WebDriver protocol, in which browsers are told what a customer does, over its two carriers. Each gives a function
// `command(name, parameters)`; a name is the one of the standard, as in https://www.w3.org/TR/webdriver2.
import net from 'node:net';

class Refused extends Error {}
const refusal = ({ error, message }) => new Refused(`${error}: ${message}`);

// Method and path of each command, below /session/ID.
const paths = {
  Navigate: 'POST url', Back: 'POST back', Forward: 'POST forward', GetTitle: 'GET title',
  GetCurrentURL: 'GET url', ExecuteAsyncScript: 'POST execute/async', PerformActions: 'POST actions', TakeScreenshot: 'GET screenshot',
  SetTimeouts: 'POST timeouts', NewWindow: 'POST window/new', SwitchToWindow: 'POST window', CloseWindow: 'DELETE window',
  GetWindowHandle: 'GET window', SetWindowRect: 'POST window/rect',
};

// A driver that listens to HTTP, as WebKit's.
export async function over_http(address, capabilities) {
  const ask = async (method, path, parameters) => {
    const answer = await fetch(address + path, { method, ...(method === 'POST' ? { body: JSON.stringify(parameters) } : {}) });
    const { value } = await answer.json();
    if (!answer.ok) throw refusal(value);
    return value;
  };
  const { sessionId } = await ask('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  return (name, parameters = {}) => {
    const [method, path] = paths[name].split(' ');
    return ask(method, `/session/${sessionId}/${path}`, parameters);
  };
}

// Firefox itself, without a driver: a message is its length in bytes, ':', and [0, number, name, parameters] as JSON; the answer
// is [1, number, error, value]. https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
export async function over_marionette(port, capabilities) {
  const socket = net.connect(port, '127.0.0.1');
  const waiting = new Map();
  let last = 0, received = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes]);
    for (let colon; (colon = received.indexOf(':')) > 0;) {
      const end = colon + 1 + Number(received.subarray(0, colon));
      if (received.length < end) return;
      const message = JSON.parse(received.subarray(colon + 1, end));
      received = received.subarray(end);
      if (!Array.isArray(message)) continue;  // its greeting
      const [, number, error, value] = message;
      const { done, fail } = waiting.get(number);
      waiting.delete(number);
      if (error) fail(refusal(error));
      else done(value);
    }
  });
  const gone = () => {
    for (const { fail } of waiting.values()) fail(new Refused('Firefox is gone'));
    waiting.clear();
  };
  socket.on('error', gone).on('close', gone);
  const command = (name, parameters = {}) => new Promise((done, fail) => {
    const message = JSON.stringify([0, ++last, `WebDriver:${name}`, parameters]);
    waiting.set(last, { done, fail });
    socket.write(`${Buffer.byteLength(message)}:${message}`);
  }).then((answer) => answer && typeof answer === 'object' && 'value' in answer ? answer.value : answer);
  await command('NewSession', { capabilities: { alwaysMatch: capabilities } });
  return command;
}
