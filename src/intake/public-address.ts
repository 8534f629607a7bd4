import { BlockList, isIP } from 'node:net';

/** IPv4 that leads to no public server: https://www.iana.org/assignments/iana-ipv4-special-registry, and multicast. */
const SPECIAL_IPV4: readonly string[] = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT; some clouds keep their metadata there
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // a cloud's own service, in public clothes
  '169.254.0.0/16', // link-local, and the metadata of most clouds
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments; some clouds keep their metadata there
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // relays from IPv6
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, and broadcast
];

/** All public IPv6 lies in 2000::/3: loopback, ULA, link-local, multicast and IPv4 in IPv6's clothes lie outside. */
const PUBLIC_IPV6: readonly string[] = ['2000::/3'];
const SPECIAL_IPV6: readonly string[] = [
  '2001::/23', // protocol assignments, tunnels that hold an IPv4
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: holds an IPv4
  '3fff::/20', // documentation
];

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits = ''] = range.split('/');
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}

const special4 = listOf(SPECIAL_IPV4, 'ipv4');
const public6 = listOf(PUBLIC_IPV6, 'ipv6');
const special6 = listOf(SPECIAL_IPV6, 'ipv6');

/** Does this IP address lead to the public internet, and not into the machine, its network or its cloud's inside? */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !special4.check(address, 'ipv4');
  if (isIP(address) === 6) return public6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
  return false;
}

/** For tests against a server of their own: this machine and nothing else of the inside. */
export const isLoopback = (address: string): boolean => /^127\.|^::1$/.test(address) && isIP(address) !== 0;
