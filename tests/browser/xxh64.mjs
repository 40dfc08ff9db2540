// The checksum of stored pages (XXH64, seed 0), for tests that write what another version of the program would.
const [P1, P2, P3, P4, P5] = [0x9E3779B185EBCA87n, 0xC2B2AE3D27D4EB4Fn, 0x165667B19E3779F9n, 0x85EBCA77C2B2AE63n, 0x27D4EB2F165667C5n];
const u64 = (number) => BigInt.asUintN(64, number);
const turned = (number, by) => u64(number << by) | number >> 64n - by;
const round = (sum, word) => u64(turned(u64(sum + word * P2), 31n) * P1);

export function xxh64(bytes) {
  let at = 0, sum = P5;
  if (bytes.length >= 32) {
    const lanes = [u64(P1 + P2), P2, 0n, u64(-P1)];
    for (; at + 32 <= bytes.length; at += 32)
      for (const [lane, value] of lanes.entries()) lanes[lane] = round(value, bytes.readBigUInt64LE(at + 8 * lane));
    sum = u64(turned(lanes[0], 1n) + turned(lanes[1], 7n) + turned(lanes[2], 12n) + turned(lanes[3], 18n));
    for (const lane of lanes) sum = u64((sum ^ round(0n, lane)) * P1 + P4);
  }
  sum = u64(sum + BigInt(bytes.length));
  for (; at + 8 <= bytes.length; at += 8) sum = u64(turned(sum ^ round(0n, bytes.readBigUInt64LE(at)), 27n) * P1 + P4);
  if (at + 4 <= bytes.length) {
    sum = u64(turned(sum ^ u64(BigInt(bytes.readUInt32LE(at)) * P1), 23n) * P2 + P3);
    at += 4;
  }
  for (; at < bytes.length; ++at) sum = u64(turned(sum ^ u64(BigInt(bytes[at]) * P5), 11n) * P1);
  sum = u64((sum ^ sum >> 33n) * P2);
  sum = u64((sum ^ sum >> 29n) * P3);
  return sum ^ sum >> 32n;
}
