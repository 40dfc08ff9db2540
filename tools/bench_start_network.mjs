// The network of a visit: limits its speed, and records the requests of the service worker, which the page cannot see.

// `cdp`: the page's session. `network`: { latency_ms, down, up } in bits per second, or null. Returns a function that lists
// what the workers have loaded so far: [{ url, wire, begin, end }], in milliseconds from the start of the page's navigation.
// The browser adds the latency to each request and shares the rate among all requests of the page, and separately among those
// of the worker; it does not simulate the cost of opening a connection.
export async function follow_network(cdp, network) {
  const start = [['Network.enable', {}]];
  if (network) start.push(['Network.emulateNetworkConditions', { offline: false, latency: network.latency_ms, downloadThroughput: network.down / 8, uploadThroughput: network.up / 8 }]);
  for (const [method, params] of start) await cdp.send(method, params);

  let navigation;  // in seconds of the browser's clock
  cdp.on('Network.requestWillBeSent', ({ type, timestamp }) => { if (type === 'Document') navigation ||= timestamp; });
  // Workers that the page starts are paused until they have the same settings.
  let number = 0;
  cdp.on('Target.attachedToTarget', async ({ sessionId }) => {
    for (const [method, params] of [...start, ['Runtime.runIfWaitingForDebugger', {}]])
      await cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: ++number, method, params }) }).catch(() => {});
  });
  const requests = new Map();
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params } = JSON.parse(message);
    if (method === 'Network.requestWillBeSent') requests.set(params.requestId, { url: params.request.url, begin: params.timestamp });
    const one = requests.get(params?.requestId);
    if (!one) return;
    if (method === 'Network.responseReceived') one.cached = params.response.fromDiskCache;
    if (method === 'Network.loadingFinished') Object.assign(one, { wire: one.cached ? 0 : params.encodedDataLength, end: params.timestamp });
  });
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: false });
  const since = (time) => (time - navigation) * 1000;
  return () => [...requests.values()].filter((one) => one.wire > 0).map(({ url, wire, begin, end }) => ({ url, wire, begin: since(begin), end: since(end) }));
}
