/**
 * Who may do what: the one table of access. The API refuses what is not in it, the documentation is made from it, and a test
 * walks every route with every role against it.
 */

export const staffRoles = [
  /** Takes files in at an agency, a mobile agency or a partner shop (agent de saisie, point de proximité). */
  'agency-clerk',
  /** Decides doubts about facts (gestionnaire). */
  'reviewer',
  /** A contractor: sees only what was given to them, without the identity of the insured. */
  'external-reviewer',
  /** Medical control (contrôle médical): judges acts. */
  'medical-controller',
  /** Settles disputes, gives work to contractors, may set a finding aside with a reason. */
  'supervisor',
  /** Sees figures, no files. */
  'manager',
  /** Sees who did and who saw what. */
  'auditor',
  /** Settles with the bank what became of payments (trésorerie); sees no files, and nobody's identity. */
  'treasurer',
] as const;
export type StaffRole = (typeof staffRoles)[number];

export const roles = [...staffRoles, 'insured'] as const;
export type Role = (typeof roles)[number];

const reviewing = ['reviewer', 'external-reviewer', 'medical-controller', 'supervisor'] as const;
const seeingFiles = ['reviewer', 'medical-controller', 'supervisor', 'auditor'] as const;

/** Operations by their id in the API, with the roles that may use them. */
export const accessTable = {
  // anyone of the staff
  showMe: staffRoles,

  // review
  listQueue: reviewing,
  showReview: reviewing,
  takeClaim: reviewing,
  releaseClaim: reviewing,
  saveCorrections: reviewing,
  submitReview: reviewing,
  previewDecision: reviewing,
  showMyDay: reviewing,
  showSurroundings: ['reviewer', 'medical-controller', 'supervisor'],
  takeBack: reviewing,
  escalateClaim: ['reviewer', 'external-reviewer', 'medical-controller'],
  reopenClaim: ['reviewer', 'medical-controller', 'supervisor'],
  rejectClaim: ['reviewer', 'medical-controller', 'supervisor'],
  splitClaim: ['reviewer', 'medical-controller', 'supervisor'],
  requestDocument: ['reviewer', 'medical-controller', 'supervisor'],
  recordDocument: ['agency-clerk', 'reviewer', 'medical-controller', 'supervisor'],
  openSentDocument: ['reviewer', 'medical-controller', 'supervisor'],
  assignClaims: ['supervisor'],
  overrideFindings: ['supervisor'],
  settleDispute: ['supervisor'],

  // medicines
  findMedicines: reviewing,
  proposeMedicines: reviewing,

  // follow-up
  searchClaims: seeingFiles,
  findByCin: seeingFiles,
  findByNumber: seeingFiles,
  showClaim: seeingFiles,
  showPages: [...seeingFiles, 'external-reviewer'],

  // agencies and shops
  createUpload: ['agency-clerk'],
  confirmUpload: ['agency-clerk'],
  listReceipts: ['agency-clerk'],
  showReceipt: ['agency-clerk', 'supervisor'],
  listDocumentTasks: ['agency-clerk'],

  // requests of the insured
  listRequests: ['supervisor'],
  decideRequest: ['supervisor'],

  // payments that wait for people
  listPayments: ['treasurer', 'supervisor', 'auditor'],
  showPayment: ['treasurer', 'supervisor', 'auditor'],
  settlePayments: ['treasurer'],

  // managers
  showFigures: ['manager', 'supervisor', 'auditor'],
  exportFigures: ['manager', 'supervisor', 'auditor'],

  // audit
  listAccesses: ['auditor'],

  // portal: always one's own file only
  showMyProfile: ['insured'],
  showMyCoverage: ['insured'],
  showMyFamily: ['insured'],
  listMyClaims: ['insured'],
  showMyClaim: ['insured'],
  listMyPayments: ['insured'],
  showMyAccount: ['insured'],
  declareDependant: ['insured'],
  createMyUpload: ['insured'],
  sendMyDocuments: ['insured'],
  changeMyLanguage: ['insured'],
  requestAccountChange: ['insured'],
  cancelAccountChange: ['insured'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Operation = keyof typeof accessTable;

/**
 * The roles of someone that grant an operation; nobody may use it without one. How much of it they get, they get by one of
 * these: a role that does not grant it takes no limit of theirs away.
 */
export function rolesGranting<Held extends Role>(
  operation: Operation,
  held: readonly Held[],
): readonly Held[] {
  const allowed: readonly Role[] = accessTable[operation];
  return held.filter((role) => allowed.includes(role));
}

/** Whether one of the roles may use an operation. */
export const mayUse = (operation: Operation, held: readonly Role[]): boolean =>
  rolesGranting(operation, held).length > 0;
