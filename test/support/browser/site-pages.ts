import type { Operation, Role } from '../../../contexts/shared/access/access.ts';
import { accessTable } from '../../../contexts/shared/access/access.ts';

/** What pages about one thing are about. */
export interface SiteThings {
  /** A claim that is or was in review. */
  readonly reviewed: string;
  readonly claimId: string;
  readonly receipt: string;
  /** A claim of the insured person who is signed in. */
  readonly ownClaimId: string;
  /** A claim whose payment waits. */
  readonly waitingPayment: string;
}

export interface SitePage {
  /** In file names of pictures. */
  readonly name: string;
  /** As the application names it: `$claimId` stands for a value. */
  readonly route: string;
  readonly address: (things: SiteThings) => string;
  /** Whoever may use this operation may see the page; undefined: who is of its part, or anyone for `door`. */
  readonly operation?: Operation;
  readonly part: 'console' | 'portal' | 'door';
  /** Who shows the page in pictures and checks of all pages: someone who sees most of it. */
  readonly visitor: SiteVisitor;
}

/** Accounts of the demonstration, the insured person, or nobody in particular. */
export const siteVisitors = [
  'anyone',
  'clerk-rabat',
  'supervisor-1',
  'auditor-1',
  'treasurer-1',
  'insured',
] as const;
export type SiteVisitor = (typeof siteVisitors)[number];

const visitorOf = (part: SitePage['part'], operation: Operation | undefined): SiteVisitor => {
  if (part === 'door') return 'anyone';
  if (part === 'portal') return 'insured';
  const allowed: readonly Role[] = operation === undefined ? ['supervisor'] : accessTable[operation];
  if (allowed.includes('treasurer')) return 'treasurer-1';
  return allowed.includes('supervisor')
    ? 'supervisor-1'
    : allowed.includes('agency-clerk')
      ? 'clerk-rabat'
      : 'auditor-1';
};

const page = (
  part: SitePage['part'],
  name: string,
  route: string,
  more: { readonly operation?: Operation; readonly address?: SitePage['address'] } = {},
): SitePage => ({
  part,
  name,
  route,
  address: () => route,
  visitor: visitorOf(part, more.operation),
  ...more,
});

/** Every page of the console and the portal, once: for tests that visit them all, and for pictures. */
export const sitePages: readonly SitePage[] = [
  page('door', 'home', '/'),
  page('door', 'sign-in', '/sign-in'),
  page('door', 'portal-sign-in', '/portal/sign-in'),

  page('console', 'console', '/console'),
  page('console', 'queue', '/console/queue', { operation: 'listQueue' }),
  page('console', 'review', '/console/reviews/$claimId', {
    operation: 'showReview',
    address: ({ reviewed }) => `/console/reviews/${reviewed}`,
  }),
  page('console', 'claims', '/console/claims', { operation: 'searchClaims' }),
  page('console', 'claim', '/console/claims/$claimId', {
    operation: 'showClaim',
    address: ({ claimId }) => `/console/claims/${claimId}`,
  }),
  page('console', 'uploads', '/console/uploads', { operation: 'createUpload' }),
  page('console', 'receipts', '/console/receipts', { operation: 'listReceipts' }),
  page('console', 'receipt', '/console/receipts/$receipt', {
    operation: 'showReceipt',
    address: ({ receipt }) => `/console/receipts/${receipt}`,
  }),
  page('console', 'documents', '/console/documents', { operation: 'listDocumentTasks' }),
  page('console', 'requests', '/console/requests', { operation: 'listRequests' }),
  page('console', 'payments', '/console/payments', { operation: 'listPayments' }),
  page('console', 'payment', '/console/payments/$claimId', {
    operation: 'showPayment',
    address: ({ waitingPayment }) => `/console/payments/${waitingPayment}`,
  }),
  page('console', 'figures', '/console/figures', { operation: 'showFigures' }),
  page('console', 'audit', '/console/audit', { operation: 'listAccesses' }),

  page('portal', 'portal', '/portal'),
  page('portal', 'portal-coverage', '/portal/coverage'),
  page('portal', 'portal-family', '/portal/family'),
  page('portal', 'portal-declare', '/portal/family/declare'),
  page('portal', 'portal-claims', '/portal/claims'),
  page('portal', 'portal-claim', '/portal/claims/$claimId', {
    address: ({ ownClaimId }) => `/portal/claims/${ownClaimId}`,
  }),
  page('portal', 'portal-payments', '/portal/payments'),
  page('portal', 'portal-account', '/portal/account'),
];

/** Whether a role sees a page: by the table of access. */
export function maySee({ part, operation }: SitePage, role: Role): boolean {
  if (part === 'door') return true;
  if (part === 'portal') return role === 'insured';
  if (role === 'insured') return false;
  const allowed: readonly Role[] = operation === undefined ? [role] : accessTable[operation];
  return allowed.includes(role);
}
