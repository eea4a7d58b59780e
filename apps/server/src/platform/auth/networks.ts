import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network an address belongs to: whoever holds one address of a /24 (IPv4) or of a /48 (IPv6) may easily have the
 * others. What is no address is a network of its own.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return mapped.split('.').slice(0, 3).join('.');
  const plain = address.split('%')[0]!;
  if (!isIPv6(plain)) return address;
  // `::` stands for as many zeros as are missing.
  const [head = '', tail] = plain.toLowerCase().split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after]
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
