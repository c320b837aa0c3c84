import type { LinkProps } from '@tanstack/react-router';
import {
  Banknote,
  ChartColumn,
  ClipboardList,
  ListChecks,
  Search,
  type LucideIcon,
  Upload,
  ScrollText,
  UserPlus,
} from 'lucide-react';
import { mayUse, type Operation, type Role } from '../../../contexts/shared/access/access.ts';

/** A page of the console that can be gone to from everywhere. */
export interface ConsoleLink {
  readonly to: NonNullable<LinkProps['to']>;
  /** Key of its name in `app/{fr,ar}.json` below `nav`; what it is for stands below `navHint`. */
  readonly name: string;
  readonly icon: LucideIcon;
  /** Whoever may use this operation sees the link. */
  readonly operation: Operation;
}

/** In the order in which they are shown. */
export const consoleLinks: readonly ConsoleLink[] = [
  { to: '/console/queue', name: 'queue', icon: ListChecks, operation: 'listQueue' },
  { to: '/console/claims', name: 'followUp', icon: Search, operation: 'searchClaims' },
  { to: '/console/uploads', name: 'uploads', icon: Upload, operation: 'createUpload' },
  { to: '/console/documents', name: 'documents', icon: ClipboardList, operation: 'listDocumentTasks' },
  { to: '/console/payments', name: 'payments', icon: Banknote, operation: 'listPayments' },
  { to: '/console/figures', name: 'figures', icon: ChartColumn, operation: 'showFigures' },
  { to: '/console/requests', name: 'requests', icon: UserPlus, operation: 'listRequests' },
  { to: '/console/audit', name: 'audit', icon: ScrollText, operation: 'listAccesses' },
];

export const linksFor = (roles: readonly Role[]): readonly ConsoleLink[] =>
  consoleLinks.filter(({ operation }) => mayUse(operation, roles));
