import { createHash } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** Where a sign-in is begun, as a hash: an address is a personal datum. */
export interface SignInSource {
  /** An address of IPv4, or the /64 of one of IPv6: within it, whoever has one address has all. */
  readonly narrow: string;
  /** The /48 of an address of IPv6. */
  readonly wide?: string | undefined;
}

const hashOf = (network: string): string => createHash('sha256').update(network).digest('base64url');

/** @param address of the viewer as CloudFront saw it; whatever is none counts as one source, so that no bound is passed by */
export function sourceOf(address: string | undefined): SignInSource {
  if (address === undefined || !ipaddr.isValid(address)) return { narrow: hashOf('unknown') };
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return { narrow: hashOf(parsed.toString()) };
  const network = (groups: number): string =>
    hashOf(`${parsed.parts.slice(0, groups).join(':')}/${groups * 16}`);
  return { narrow: network(4), wide: network(3) };
}
