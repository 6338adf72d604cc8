export { findHosts, type HostMention } from '../text/hosts.ts';
