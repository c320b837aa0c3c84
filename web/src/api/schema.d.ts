// Made from the API by `node local/docs/generate-api.ts`; not to be edited.
export interface paths {
  '/api/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Signs a member of the staff in; the session is a cookie */
    post: operations['signIn'];
    /** Ends the session here and everywhere it was renewed */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session/challenge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answers what a sign-in asked for: a new password, a code */
    post: operations['answerChallenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Renews the session */
    post: operations['refreshSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in, and what they may do */
    get: operations['showMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives a form with which one file can be posted to the store of scans */
    post: operations['createUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/uploads/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives the receipt of a file that has arrived; may be asked for again */
    post: operations['confirmUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/receipts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Receipts of the clerk's channel on a day, newest first, with where their files are */
    get: operations['listReceipts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/receipts/{receipt}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of a file, and which of its pages are to be scanned again */
    get: operations['showReceipt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/accesses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Who saw or did what: of one actor in a month, or about one claim, file or person; newest first */
    post: operations['listAccesses'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/queue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Claims that wait for a person; for a contractor those that were given to them */
    get: operations['listQueue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/reviews/{claimId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Fields, findings and history of a referred claim */
    get: operations['showReview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/reviews/{claimId}/hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes a claim: nobody else can work on it until it is released or some time has passed */
    post: operations['takeClaim'];
    /** Gives a claim back to the queue */
    delete: operations['releaseClaim'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/reviews/{claimId}/corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Corrects and confirms fields, adds and removes lines */
    post: operations['saveCorrections'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/reviews/{claimId}/submission': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The facts are settled: the rules decide the claim again, or a second person keys first */
    post: operations['submitReview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/assignments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives claims to a contractor, or takes them back */
    post: operations['assignClaims'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/reviews/{claimId}/rejection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Rejects a claim for a reason that no rule can see */
    post: operations['rejectClaim'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/reviews/{claimId}/split': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a claim of its own of some pages */
    post: operations['splitClaim'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/reviews/{claimId}/document-request': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks the insured for a document; the clock stands still until it has come */
    post: operations['requestDocument'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/reviews/{claimId}/document': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A document that was asked for has come */
    post: operations['recordDocument'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/reviews/{claimId}/overrides': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets findings of the rules aside, with a reason */
    post: operations['overrideFindings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/reviews/{claimId}/settlement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says which value holds where two people keyed different ones */
    post: operations['settleDispute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/medicines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Medicines by the beginning of their name, or by code, with the price of a day */
    get: operations['findMedicines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/medicines/proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Medicines that a printed name and price can mean, the best first */
    get: operations['proposeMedicines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/claims/{claimId}/pages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Images of the pages of a claim; for a contractor without what tells who it is about */
    get: operations['showPages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/claims/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Claims by id, receipt, insured number, or day with state and channel; on record */
    post: operations['searchClaims'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/claims/find-by-cin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Claims of the insured person with exactly this CIN; on record by itself */
    post: operations['findByCin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/claims/{claimId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One claim: how each amount came about, and what happened from the scan to the money; on record */
    get: operations['showClaim'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Figures of some days: files, claims, durations, reasons, reviewers, cost, registrations */
    get: operations['showFigures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/figures/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One table of the figures as CSV */
    get: operations['exportFigures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Requests of the insured that wait for a decision, oldest first */
    get: operations['listRequests'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/requests/{requestId}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accepts a request, which declares the member of the family, or refuses it */
    post: operations['decideRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/payments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Payments that are disputed, refused or held, with the reason; on record */
    get: operations['listPayments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/payments/{claimId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One payment: its orders, what the bank said of them, and what may be done; on record */
    get: operations['showPayment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/console/payments/settlements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Orders payments again, asks for accounts, or records what the bank told people; each by itself, on record */
    post: operations['settlePayments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal-session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends a code by SMS to the phone on file; the answer is the same for every number */
    post: operations['requestCode'];
    /** Ends the session */
    delete: operations['signOutOfPortal'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal-session/code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Signs an insured person in with the code; the session is a cookie */
    post: operations['answerCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal-session/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Renews the session */
    post: operations['refreshPortalSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal/profile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who I am in the registry */
    get: operations['showMyProfile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal/language': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Chooses the language of messages */
    put: operations['changeMyLanguage'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal/coverage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether I am covered today, and why */
    get: operations['showMyCoverage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal/family': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Members of my family, whether each is covered today, and what I asked for */
    get: operations['showMyFamily'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal/claims': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My claims, newest first, and where each is */
    get: operations['listMyClaims'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal/claims/{claimId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of my claims: what is missing, what is paid and why */
    get: operations['showMyClaim'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal/payments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My payments, newest claim first */
    get: operations['listMyPayments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The bank account that I am paid to, and the change that is under way */
    get: operations['showMyAccount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal/account/change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks for another account: it takes effect after some days, and payments wait until then */
    post: operations['requestAccountChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal/account/change/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cancels the change, as long as it is not in effect */
    post: operations['cancelAccountChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A form to upload one document with, before a request names it */
    post: operations['createMyUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/portal/family/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks for a member of the family to be declared */
    post: operations['declareDependant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    SignInAnswer:
      | {
          /** @enum {string} */
          status: 'signed-in';
          expiresInSeconds: number;
        }
      | {
          /** @enum {string} */
          status: 'challenged';
          /** @enum {string} */
          challenge: 'NEW_PASSWORD' | 'SET_UP_AUTHENTICATOR' | 'AUTHENTICATOR_CODE' | 'SMS_CODE';
          continuation: string;
          authenticatorSecret?: string;
        };
    Problem: {
      code: string;
      title: string;
      status: number;
      faults?: {
        path: string;
        message: string;
      }[];
    };
    SignInRequest: {
      userName: string;
      password: string;
    };
    ChallengeAnswer: {
      userName: string;
      /** @enum {string} */
      challenge: 'NEW_PASSWORD' | 'SET_UP_AUTHENTICATOR' | 'AUTHENTICATOR_CODE' | 'SMS_CODE';
      continuation: string;
      answer: string;
    };
    Me: {
      userId: string;
      roles: (
        | 'agency-clerk'
        | 'reviewer'
        | 'external-reviewer'
        | 'medical-controller'
        | 'supervisor'
        | 'manager'
        | 'auditor'
        | 'treasurer'
      )[];
      channelId?: string;
    };
    UploadForm: {
      uploadId: string;
      url: string;
      fields: {
        [key: string]: string;
      };
      expiresInSeconds: number;
      maxFileBytes: number;
    };
    CreateUpload: {
      /** @enum {string} */
      contentType: 'application/pdf' | 'image/tiff' | 'image/jpeg' | 'image/png';
      /** Format: date */
      depositDate?: string;
      uploadId?: string;
    };
    UploadReceipt: {
      fileId: string;
      receipt: string;
      channelId: string;
      uploadedAt: string;
    };
    ConfirmUpload: {
      uploadId: string;
    };
    ReceiptsPage: {
      day: string;
      channelId: string;
      receipts: components['schemas']['Receipt'][];
      nextCursor?: string;
    };
    Receipt: {
      fileId: string;
      receipt: string;
      channelId: string;
      uploadedAt: string;
      /** @enum {string} */
      state:
        'RECEIVED' | 'QUARANTINED' | 'DUPLICATE' | 'IN_PROGRESS' | 'IN_REVIEW' | 'INCOMPLETE' | 'DECIDED';
      depositDate: string;
      pageCount?: number;
      duplicateOf?: string;
      /** @enum {string} */
      rescanReason?:
        | 'EMPTY'
        | 'TOO_LARGE'
        | 'UNKNOWN_TYPE'
        | 'ARCHIVE_OR_OFFICE_DOCUMENT'
        | 'IMAGE_FORMAT_NOT_ACCEPTED'
        | 'INCOMPLETE'
        | 'DAMAGED'
        | 'ENCRYPTED'
        | 'XFA_FORM'
        | 'NO_PAGES'
        | 'TOO_MANY_PAGES'
        | 'PAGE_TOO_LARGE'
        | 'TOO_COMPLEX'
        | 'UNKNOWN_CHANNEL'
        | 'UPLOAD_FORM_USED'
        | 'OCR_REFUSED'
        | 'OCR_FAILED'
        | 'PAGE_NOT_READ'
        | 'PAGE_COUNT_UNCLEAR'
        | 'NO_CARE_FORM'
        | 'TOO_MANY_FORMS';
      advice?: {
        fr: string;
        ar: string;
      };
      claimIds: string[];
    };
    ReceiptDetail: {
      fileId: string;
      receipt: string;
      channelId: string;
      uploadedAt: string;
      /** @enum {string} */
      state:
        'RECEIVED' | 'QUARANTINED' | 'DUPLICATE' | 'IN_PROGRESS' | 'IN_REVIEW' | 'INCOMPLETE' | 'DECIDED';
      depositDate: string;
      pageCount?: number;
      duplicateOf?: string;
      /** @enum {string} */
      rescanReason?:
        | 'EMPTY'
        | 'TOO_LARGE'
        | 'UNKNOWN_TYPE'
        | 'ARCHIVE_OR_OFFICE_DOCUMENT'
        | 'IMAGE_FORMAT_NOT_ACCEPTED'
        | 'INCOMPLETE'
        | 'DAMAGED'
        | 'ENCRYPTED'
        | 'XFA_FORM'
        | 'NO_PAGES'
        | 'TOO_MANY_PAGES'
        | 'PAGE_TOO_LARGE'
        | 'TOO_COMPLEX'
        | 'UNKNOWN_CHANNEL'
        | 'UPLOAD_FORM_USED'
        | 'OCR_REFUSED'
        | 'OCR_FAILED'
        | 'PAGE_NOT_READ'
        | 'PAGE_COUNT_UNCLEAR'
        | 'NO_CARE_FORM'
        | 'TOO_MANY_FORMS';
      advice?: {
        fr: string;
        ar: string;
      };
      claimIds: string[];
      pages: {
        page: number;
        /** @enum {string} */
        role: 'care-form' | 'other' | 'blank' | 'failed';
      }[];
      missingFields: string[];
    };
    AccessPage: {
      records: components['schemas']['AccessRecord'][];
      nextCursor?: string;
    };
    AccessRecord: {
      actor: string;
      operation: string;
      subject: string;
      at: string;
      details?: {
        [key: string]: string | number;
      };
    };
    AccessQuery:
      | {
          /** @enum {string} */
          by: 'actor';
          actor: string;
          month: string;
          cursor?: string;
        }
      | {
          /** @enum {string} */
          by: 'subject';
          subject: string;
          cursor?: string;
        };
    QueuePage: {
      items: components['schemas']['QueueItem'][];
      nextCursor?: string;
    };
    QueueItem: {
      claimId: string;
      /** @enum {string} */
      state: 'OPEN' | 'SECOND_KEYING' | 'DISPUTED' | 'AWAITING_DOCUMENT' | 'CLOSED';
      /** @enum {string} */
      group: 'identity' | 'beneficiary' | 'coverage' | 'form' | 'dates' | 'provider' | 'acts' | 'amounts';
      reasons: string[];
      depositDate: string;
      waitingDays: number;
      billedCentimes?: number;
      channelId: string;
      holder?: string;
      heldUntil?: string;
      assignedTo?: string;
      isForOthers: boolean;
    };
    Review: {
      claimId: string;
      fileId: string;
      channelId: string;
      version: number;
      /** @enum {string} */
      state: 'OPEN' | 'SECOND_KEYING' | 'DISPUTED' | 'AWAITING_DOCUMENT' | 'CLOSED';
      /** @enum {string} */
      group: 'identity' | 'beneficiary' | 'coverage' | 'form' | 'dates' | 'provider' | 'acts' | 'amounts';
      depositDate: string;
      waitingDays: number;
      formNumber: number;
      formsInFile: number;
      holder?: string;
      heldUntil?: string;
      assignedTo?: string;
      pages: {
        page: number;
        /** @enum {string} */
        role: 'care-form' | 'other' | 'blank' | 'failed';
        isOfClaim: boolean;
      }[];
      fields: components['schemas']['ReviewField'][];
      lineCount: number;
      paidFirst?: {
        lines: number[];
        amountCentimes: number;
        /** @enum {string} */
        state: 'HELD' | 'PENDING' | 'ORDERED' | 'ACCEPTED' | 'PAID' | 'DISPUTED';
        since?: string;
      };
      findings: components['schemas']['FindingView'][];
      otherPerson: components['schemas']['OtherPerson'][];
      isMasked: boolean;
      history: components['schemas']['ReviewChange'][];
      documentsRequested: ('CARE_FORM' | 'PRESCRIPTION' | 'INVOICE' | 'PRIOR_APPROVAL' | 'ID_CARD')[];
    };
    ReviewField: {
      /** @enum {string} */
      field:
        | 'registrationNumber'
        | 'cin'
        | 'insuredName'
        | 'insuredBirthDate'
        | 'careType'
        | 'beneficiaryLink'
        | 'sex'
        | 'patientName'
        | 'patientBirthDate'
        | 'patientCin'
        | 'providerName'
        | 'inpe'
        | 'specialty'
        | 'totalCentimes'
        | 'attachmentsCount'
        | 'signatureDate'
        | 'dateOfCare'
        | 'actCode'
        | 'keyLetter'
        | 'coefficientHundredths'
        | 'quantity'
        | 'billedCentimes'
        | 'diseaseCode'
        | 'pharmacyInpe'
        | 'dispensedOn'
        | 'medicineCode'
        | 'boxes'
        | 'unitPriceCentimes';
      line?: number;
      /** @enum {string} */
      kind: 'text' | 'name' | 'date' | 'amount' | 'coefficient' | 'count' | 'number' | 'choice';
      choices?: string[];
      value: string | number | null;
      readText?: string;
      printedName?: string;
      confidencePercent?: number;
      doubts: string[];
      evidence: (
        | 'REGISTRY'
        | 'SUM'
        | 'CHECK_DIGITS'
        | 'BARCODE'
        | 'SECOND_LOOK'
        | 'REPEATED'
        | 'NEIGHBOURS'
        | 'LABEL'
        | 'PLACE'
        | 'PERSON'
        | 'TWO_PEOPLE'
      )[];
      source?: {
        page: number;
        box: {
          left: number;
          top: number;
          width: number;
          height: number;
        };
      };
      /** @enum {string} */
      status: 'doubtful' | 'missing' | 'read' | 'confirmed' | 'corrected';
      isBlind: boolean;
      isKeyedTwice: boolean;
      alternatives: {
        value: string | number | null;
        because: string;
      }[];
    };
    FindingView: {
      /** @enum {string} */
      kind: 'rejection' | 'doubt' | 'missing' | 'signal';
      code: string;
      field?: string;
      line?: number;
      details?: {
        [key: string]: string | number;
      };
    };
    OtherPerson: {
      /** @enum {string} */
      because: 'OWN_FAMILY' | 'KEYED_BEFORE' | 'OWN_CHANGE' | 'TWO_PEOPLE';
      isBlocking: boolean;
      fields: {
        /** @enum {string} */
        field:
          | 'registrationNumber'
          | 'cin'
          | 'insuredName'
          | 'insuredBirthDate'
          | 'careType'
          | 'beneficiaryLink'
          | 'sex'
          | 'patientName'
          | 'patientBirthDate'
          | 'patientCin'
          | 'providerName'
          | 'inpe'
          | 'specialty'
          | 'totalCentimes'
          | 'attachmentsCount'
          | 'signatureDate'
          | 'dateOfCare'
          | 'actCode'
          | 'keyLetter'
          | 'coefficientHundredths'
          | 'quantity'
          | 'billedCentimes'
          | 'diseaseCode'
          | 'pharmacyInpe'
          | 'dispensedOn'
          | 'medicineCode'
          | 'boxes'
          | 'unitPriceCentimes';
        line?: number;
      }[];
    };
    ReviewChange: {
      at: string;
      by: string;
      /** @enum {string} */
      what:
        | 'taken'
        | 'released'
        | 'corrected'
        | 'confirmed'
        | 'line-added'
        | 'line-removed'
        | 'keyed'
        | 'submitted'
        | 'rejected'
        | 'split'
        | 'document-requested'
        | 'document-received'
        | 'assigned'
        | 'overridden'
        | 'settled';
      field?: string;
      line?: number;
      before?: string | number | null;
      after?: string | number | null;
      code?: string;
      reason?: string;
    };
    SaveCorrections: {
      version: number;
      /** @default [] */
      changes: components['schemas']['FieldChange'][];
      /** @default [] */
      confirmed: {
        /** @enum {string} */
        field:
          | 'registrationNumber'
          | 'cin'
          | 'insuredName'
          | 'insuredBirthDate'
          | 'careType'
          | 'beneficiaryLink'
          | 'sex'
          | 'patientName'
          | 'patientBirthDate'
          | 'patientCin'
          | 'providerName'
          | 'inpe'
          | 'specialty'
          | 'totalCentimes'
          | 'attachmentsCount'
          | 'signatureDate'
          | 'dateOfCare'
          | 'actCode'
          | 'keyLetter'
          | 'coefficientHundredths'
          | 'quantity'
          | 'billedCentimes'
          | 'diseaseCode'
          | 'pharmacyInpe'
          | 'dispensedOn'
          | 'medicineCode'
          | 'boxes'
          | 'unitPriceCentimes';
        line?: number;
      }[];
      /** @default 0 */
      addLines: number;
      addBoxes?: number;
      /** @default [] */
      removeLines: number[];
    };
    FieldChange: {
      /** @enum {string} */
      field:
        | 'registrationNumber'
        | 'cin'
        | 'insuredName'
        | 'insuredBirthDate'
        | 'careType'
        | 'beneficiaryLink'
        | 'sex'
        | 'patientName'
        | 'patientBirthDate'
        | 'patientCin'
        | 'providerName'
        | 'inpe'
        | 'specialty'
        | 'totalCentimes'
        | 'attachmentsCount'
        | 'signatureDate'
        | 'dateOfCare'
        | 'actCode'
        | 'keyLetter'
        | 'coefficientHundredths'
        | 'quantity'
        | 'billedCentimes'
        | 'diseaseCode'
        | 'pharmacyInpe'
        | 'dispensedOn'
        | 'medicineCode'
        | 'boxes'
        | 'unitPriceCentimes';
      line?: number;
      value: string | number | null;
    };
    SubmitResult: {
      /** @enum {string} */
      result: 'sent-to-adjudication' | 'second-keying' | 'disputed';
    };
    SubmitReview: {
      version: number;
    };
    AssignResult: {
      assigned: string[];
      refused: {
        claimId: string;
        code: string;
      }[];
    };
    AssignClaims: {
      claimIds: string[];
      to: string | null;
    };
    RejectClaim: {
      version: number;
      /** @enum {string} */
      code:
        | 'NOT_A_CARE_FORM'
        | 'ILLEGIBLE'
        | 'ALTERED_DOCUMENT'
        | 'SIGNATURE_MISSING'
        | 'CARE_NOT_PROVEN'
        | 'WORK_ACCIDENT_OR_OTHER_PAYER'
        | 'MEDICALLY_NOT_JUSTIFIED';
      note?: string;
    };
    SplitResult: {
      claimId: string;
    };
    SplitClaim: {
      version: number;
      pages: number[];
    };
    RequestDocument: {
      version: number;
      documents: ('CARE_FORM' | 'PRESCRIPTION' | 'INVOICE' | 'PRIOR_APPROVAL' | 'ID_CARD')[];
      /** @enum {string} */
      via: 'sms' | 'agency';
    };
    RecordDocument: {
      receipt?: string;
    };
    OverrideFindings: {
      version: number;
      findings: {
        code: string;
        line?: number;
        terms?: {
          /** @enum {string} */
          scheme?: 'AMO_SALARIE' | 'AMO_TNS' | 'AMO_TADAMON' | 'AMO_ACHAMIL';
          referenceCentimes?: number;
          rateBasisPoints?: number;
          paidBeforeCentimes?: number;
        };
      }[];
      reason: string;
    };
    SettleDispute: {
      version: number;
      values: components['schemas']['FieldChange'][];
      reason: string;
    };
    MedicinesFound: {
      medicines: components['schemas']['Medicine'][];
      nextCursor?: string;
    };
    Medicine: {
      code: string;
      name: string;
      substances: string[];
      strength?: string;
      form?: string;
      pack?: string;
      packUnits?: number;
      price?: components['schemas']['MedicinePrice'];
    };
    MedicinePrice: {
      from: string;
      to?: string;
      ppvCentimes: number;
      baseCentimes?: number;
      rateBasisPoints: number;
      source: string;
    };
    MedicineProposals: {
      proposals: {
        medicine: components['schemas']['Medicine'];
        namePercent: number;
        isPriceEqual: boolean;
        isStrong: boolean;
      }[];
    };
    ClaimPages: {
      isComplete: boolean;
      pages: {
        page: number;
        url?: string;
        widthPixels?: number;
        heightPixels?: number;
      }[];
    };
    ClaimsFound: {
      claims: components['schemas']['ClaimSummary'][];
      file?: components['schemas']['FoundFile'];
      nextCursor?: string;
    };
    ClaimSummary: {
      claimId: string;
      fileId: string;
      /** @enum {string} */
      state:
        | 'DRAFTED'
        | 'APPROVED'
        | 'PARTLY_APPROVED'
        | 'REJECTED'
        | 'REFERRED'
        | 'PARTLY_REFERRED'
        | 'INCOMPLETE';
      channelId: string;
      depositDate: string;
      receivedOn: string;
      registrationNumber?: string;
      /** @enum {string} */
      scheme?: 'AMO_SALARIE' | 'AMO_TNS' | 'AMO_TADAMON' | 'AMO_ACHAMIL';
      billedCentimes?: number;
      paidCentimes?: number;
      /** @enum {string} */
      paymentState?: 'HELD' | 'PENDING' | 'ORDERED' | 'ACCEPTED' | 'PAID' | 'DISPUTED';
    };
    FoundFile: {
      fileId: string;
      /** @enum {string} */
      state: 'ACCEPTED' | 'DUPLICATE' | 'QUARANTINED' | 'READ';
      channelId: string;
      uploadedAt: string;
      depositDate: string;
      pageCount?: number;
      quarantineReason?: string;
      duplicateOf?: string;
    };
    SearchClaims:
      | {
          /** @enum {string} */
          by: 'claim';
          claimId: string;
        }
      | {
          /** @enum {string} */
          by: 'receipt';
          receipt: string;
        }
      | {
          /** @enum {string} */
          by: 'insured';
          registrationNumber: string;
          cursor?: string;
        }
      | {
          /** @enum {string} */
          by: 'day';
          /** Format: date */
          from: string;
          /** Format: date */
          to: string;
          /** @enum {string} */
          state?:
            | 'DRAFTED'
            | 'APPROVED'
            | 'PARTLY_APPROVED'
            | 'REJECTED'
            | 'REFERRED'
            | 'PARTLY_REFERRED'
            | 'INCOMPLETE';
          channelId?: string;
          cursor?: string;
        };
    FindByCin: {
      cin: string;
      cursor?: string;
    };
    ClaimView: {
      claim: {
        claimId: string;
        fileId: string;
        /** @enum {string} */
        state:
          | 'DRAFTED'
          | 'APPROVED'
          | 'PARTLY_APPROVED'
          | 'REJECTED'
          | 'REFERRED'
          | 'PARTLY_REFERRED'
          | 'INCOMPLETE';
        channelId: string;
        depositDate: string;
        receivedOn: string;
        registrationNumber?: string;
        /** @enum {string} */
        scheme?: 'AMO_SALARIE' | 'AMO_TNS' | 'AMO_TADAMON' | 'AMO_ACHAMIL';
        billedCentimes?: number;
        paidCentimes?: number;
        /** @enum {string} */
        paymentState?: 'HELD' | 'PENDING' | 'ORDERED' | 'ACCEPTED' | 'PAID' | 'DISPUTED';
        formNumber: number;
        formsInFile: number;
        payments: {
          settlement: 1 | 2;
          isOfRest: boolean;
          payeeInpe?: string;
          /** @enum {string} */
          state: 'HELD' | 'PENDING' | 'ORDERED' | 'ACCEPTED' | 'PAID' | 'DISPUTED';
          attempt: number;
          amountCentimes: number;
          accountEnding?: string;
          heldReason?: string;
          returnReason?: string;
          remittanceId?: string;
        }[];
      };
      file?: components['schemas']['FoundFile'];
      explanation?: components['schemas']['Explanation'];
      timeline: components['schemas']['TimelineEntry'][];
    };
    Explanation: {
      /** @enum {string} */
      outcome: 'approved' | 'partly-approved' | 'rejected' | 'referred' | 'partly-referred' | 'incomplete';
      billedCentimes: number;
      paidCentimes: number;
      lines: components['schemas']['ExplainedLine'][];
      findings: components['schemas']['ClaimFinding'][];
      ruleBookVersion: string;
      isOlderRuleBook: boolean;
    };
    ExplainedLine: {
      line: number;
      /** @enum {string} */
      kind?: 'medicine';
      medicineCode?: string;
      medicineName?: string;
      quantity?: number;
      inpe?: string;
      dateOfCare?: string;
      keyLetter?: string;
      coefficientHundredths?: number;
      billedCentimes?: number;
      unitTariffCentimes?: number;
      referenceCentimes?: number;
      basisCentimes?: number;
      /** @enum {string} */
      basisIs?: 'billed' | 'tariff';
      rateBasisPoints?: number;
      paidCentimes?: number;
      isCapped: boolean;
      /** @enum {string} */
      outcome: 'paid' | 'rejected' | 'referred';
      findings: components['schemas']['ClaimFinding'][];
      rules: components['schemas']['UsedRule'][];
    };
    ClaimFinding: {
      /** @enum {string} */
      kind: 'rejection' | 'doubt' | 'missing' | 'signal';
      code: string;
      field?: string;
      details?: {
        [key: string]: string | number;
      };
    };
    UsedRule: {
      id: string;
      subject: string;
      validFrom?: string;
      validTo?: string;
      confidence?: string;
      sources: {
        key: string;
        text: string;
      }[];
      facts: {
        [key: string]: string | number;
      };
    };
    TimelineEntry: {
      at: string;
      /** @enum {string} */
      source: 'file' | 'claim' | 'review' | 'payment' | 'bank' | 'message' | 'access';
      what: string;
      by?: string;
      field?: string;
      line?: number;
      before?: string | number | null;
      after?: string | number | null;
      code?: string;
      text?: string;
      messageKind?: string;
      attempt?: number;
      /** @enum {number} */
      settlement?: 2;
      remittanceId?: string;
    };
    Figures: {
      from: string;
      to: string;
      countedAt?: string;
      days: components['schemas']['DayFigures'][];
      orders: components['schemas']['OrderFigures'][];
      channels: components['schemas']['ChannelFigures'][];
      schemes: components['schemas']['SchemeFigures'][];
      payees: components['schemas']['PayeeFigures'][];
      targetDays: number;
      toDecision: components['schemas']['DurationFigures'];
      toMoney: components['schemas']['DurationFigures'];
      straightThroughPercent?: number;
      reasons: components['schemas']['ReasonFigures'][];
      queue: {
        open: number;
        oldestDepositDate?: string;
        ages: components['schemas']['QueueAge'][];
      };
      reviewers: components['schemas']['ReviewerFigures'][];
      agreementPercent?: number;
      cost: {
        claims: number;
        parts: components['schemas']['CostPart'][];
        usdPerClaim?: number;
      };
      registrations: components['schemas']['RegistrationFigures'][];
      coveragesOpened: number;
      coveragesClosed: number;
    };
    DayFigures: {
      day: string;
      filesAccepted: number;
      filesDuplicate: number;
      filesQuarantined: number;
      pages: number;
      claimsDecided: number;
      straightThrough: number;
      referred: number;
      paymentsMade: number;
      paidCentimes: number;
      registered: number;
    };
    OrderFigures: {
      day: string;
      ordered: number;
      open: number;
      settled: number;
      returned: number;
      refused: number;
      disputed: number;
    };
    ChannelFigures: {
      channelId: string;
      filesAccepted: number;
      filesDuplicate: number;
      filesQuarantined: number;
      claims: {
        /** @enum {string} */
        scheme: 'AMO_SALARIE' | 'AMO_TNS' | 'AMO_TADAMON' | 'AMO_ACHAMIL' | 'UNKNOWN';
        count: number;
      }[];
    };
    SchemeFigures: {
      /** @enum {string} */
      scheme: 'AMO_SALARIE' | 'AMO_TNS' | 'AMO_TADAMON' | 'AMO_ACHAMIL' | 'UNKNOWN';
      approved: number;
      partlyApproved: number;
      rejected: number;
      referred: number;
      incomplete: number;
      paymentsMade: number;
      paidCentimes: number;
    };
    PayeeFigures: {
      /** @enum {string} */
      payee: 'insured' | 'establishment' | 'UNKNOWN';
      paymentsMade: number;
      paidCentimes: number;
    };
    DurationFigures: {
      count: number;
      medianDays?: number;
      p95Days?: number;
      withinTargetPercent?: number;
      histogram: {
        days: number;
        count: number;
      }[];
    };
    ReasonFigures: {
      /** @enum {string} */
      outcome: 'referred' | 'rejected' | 'partly-approved' | 'incomplete' | 'quarantined';
      code: string;
      count: number;
    };
    QueueAge: {
      fromDays: number;
      toDays?: number;
      count: number;
    };
    ReviewerFigures: {
      userId: string;
      taken: number;
      submitted: number;
      medianMinutes?: number;
      p95Minutes?: number;
      keyedSecond: number;
      agreed: number;
      overridden: number;
      settled: number;
    };
    CostPart: {
      /** @enum {string} */
      what: 'textract-page' | 'platform-file' | 'sms-part';
      quantity: number;
      unitUsd?: number;
      usd?: number;
      from: string;
      source: string;
      /** @enum {string} */
      confidence: 'high' | 'medium' | 'low' | 'unknown';
    };
    RegistrationFigures: {
      source: string;
      /** @enum {string} */
      scheme: 'AMO_SALARIE' | 'AMO_TNS' | 'AMO_TADAMON' | 'AMO_ACHAMIL' | 'UNKNOWN';
      count: number;
    };
    InsuredRequests: {
      requests: components['schemas']['InsuredRequest'][];
      nextCursor?: string;
    };
    InsuredRequest: {
      requestId: string;
      /** @enum {string} */
      state: 'OPEN' | 'ACCEPTED' | 'REFUSED';
      /** Format: date-time */
      requestedAt: string;
      registrationNumber: string;
      insuredName: string;
      /** @enum {string} */
      link: 'spouse' | 'child';
      name: {
        family: string;
        given: string;
        familyArabic?: string;
        givenArabic?: string;
      };
      /** Format: date */
      birthDate: string;
      /** @enum {string} */
      sex?: 'M' | 'F';
      cin?: string;
      declared: {
        dependantId: string;
        /** @enum {string} */
        link: 'spouse' | 'child';
        name: string;
        birthDate: string;
      }[];
      documents: {
        /** @enum {string} */
        kind:
          | 'MARRIAGE_CERTIFICATE'
          | 'BIRTH_CERTIFICATE'
          | 'SCHOOL_CERTIFICATE'
          | 'ID_CARD'
          | 'DISABILITY_CERTIFICATE';
        contentType: string;
        url: string;
      }[];
    };
    DecidedRequest: {
      /** @enum {string} */
      state: 'OPEN' | 'ACCEPTED' | 'REFUSED';
    };
    DecideRequest:
      | {
          /** @enum {string} */
          decision: 'accept';
          /** Format: date */
          from?: string;
          studies?: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
          };
          /** @enum {boolean} */
          disabled?: true;
          dependantId?: string;
        }
      | {
          /** @enum {string} */
          decision: 'refuse';
          /** @enum {string} */
          refusal:
            | 'DOCUMENT_ILLEGIBLE'
            | 'DOCUMENT_DOES_NOT_PROVE_IT'
            | 'ALREADY_DECLARED'
            | 'DECLARED_UNDER_ANOTHER'
            | 'CONDITIONS_NOT_MET';
        };
    WaitingPayments: {
      payments: components['schemas']['WaitingPayment'][];
      nextCursor?: string;
    };
    WaitingPayment: {
      claimId: string;
      version: number;
      settlement: 1 | 2;
      isOfRest: boolean;
      reason: string;
      /** @enum {string} */
      cause?: 'account' | 'payer' | 'duplicate' | 'unknown';
      amountCentimes: number;
      payeeInpe?: string;
      since?: string;
      orderCount: number;
      accountEnding?: string;
      settledBy?: string;
    };
    PaymentView: {
      claimId: string;
      version: number;
      settlement: 1 | 2;
      isOfRest: boolean;
      /** @enum {string} */
      state: 'HELD' | 'PENDING' | 'ORDERED' | 'ACCEPTED' | 'PAID' | 'DISPUTED';
      /** @enum {string} */
      heldReason?:
        'ACCOUNT_MISSING' | 'ACCOUNT_INVALID' | 'ACCOUNT_CHANGING' | 'RETURNED_BY_BANK' | 'REFUSED_BY_BANK';
      disputedBecause?: string;
      returnReason?: string;
      /** @enum {string} */
      cause?: 'account' | 'payer' | 'duplicate' | 'unknown';
      amountCentimes: number;
      payeeInpe?: string;
      since?: string;
      settledBy?: string;
      other?: {
        settlement: 1 | 2;
        /** @enum {string} */
        state: 'HELD' | 'PENDING' | 'ORDERED' | 'ACCEPTED' | 'PAID' | 'DISPUTED';
        amountCentimes: number;
        payeeInpe?: string;
      };
      isAccountMasked: boolean;
      accountOnFile?: string;
      orders: components['schemas']['PaymentOrder'][];
      ordersInQuestion: number[];
      heard: components['schemas']['BankSaid'][];
      steps: components['schemas']['PaymentStep'][];
      actions: components['schemas']['PaymentAction'][];
    };
    PaymentOrder: {
      order: number;
      paymentId: string;
      remittanceId?: string;
      /** @enum {string} */
      state: 'open' | 'settled' | 'returned' | 'refused' | 'disputed';
      account?: string;
    };
    BankSaid: {
      order: number;
      /** @enum {string} */
      kind: 'accepted' | 'paid' | 'returned' | 'refused' | 'disputed';
      saidAt?: string;
      reason?: string;
    };
    PaymentStep: {
      at: string;
      /** @enum {string} */
      what: 'released' | 'accepted' | 'paid' | 'returned' | 'refused' | 'disputed' | 'settled';
      settlement: 1 | 2;
      order: number;
      code?: string;
      by?: string;
      /** @enum {string} */
      settledAs?: 'paid' | 'not-paid';
      text?: string;
    };
    PaymentAction: {
      /** @enum {string} */
      action: 'order-again' | 'ask-account' | 'settle-paid' | 'settle-not-paid' | 'look-again';
      whyNot?: string;
    };
    SettledPayments: {
      done: string[];
      refused: {
        claimId: string;
        code: string;
      }[];
    };
    SettlePayments: {
      /** @enum {string} */
      action: 'order-again' | 'ask-account' | 'settle-paid' | 'settle-not-paid' | 'look-again';
      payments: {
        claimId: string;
        version: number;
      }[];
      order?: number;
      reason: string;
    };
    CodeSent: {
      /** @enum {string} */
      status: 'challenged';
      /** @enum {string} */
      challenge: 'SMS_CODE';
      continuation: string;
      reference: string;
      validSeconds: number;
    };
    CodeRequest: {
      registrationNumber: string;
      cin?: string;
    };
    PortalSignIn:
      | {
          /** @enum {string} */
          status: 'signed-in';
          expiresInSeconds: number;
        }
      | {
          /** @enum {string} */
          status: 'wrong-code';
          continuation: string;
        };
    CodeAnswer: {
      registrationNumber: string;
      continuation: string;
      code: string;
    };
    MyProfile: {
      registrationNumber: string;
      name: {
        family: string;
        given: string;
        familyArabic?: string;
        givenArabic?: string;
      };
      birthDate: string;
      phoneEnding?: string;
      /** @enum {string} */
      language: 'ar' | 'fr';
    };
    ChangeLanguage: {
      /** @enum {string} */
      language: 'ar' | 'fr';
    };
    MyCoverage: {
      /** Format: date */
      day: string;
      /** @enum {string} */
      answer: 'covered' | 'not-covered' | 'to-be-checked';
      /** @enum {string} */
      scheme?: 'AMO_SALARIE' | 'AMO_TNS' | 'AMO_TADAMON' | 'AMO_ACHAMIL';
      /** Format: date */
      from?: string;
      /** Format: date */
      to?: string;
      paidUntilMonth?: string;
      because: components['schemas']['PlainReason'][];
      history: {
        /** @enum {string} */
        scheme: 'AMO_SALARIE' | 'AMO_TNS' | 'AMO_TADAMON' | 'AMO_ACHAMIL';
        /** Format: date */
        from: string;
        /** Format: date */
        to?: string;
      }[];
    };
    PlainReason: {
      code: string;
      plain: string;
      details?: {
        [key: string]: string | number;
      };
      line?: number;
    };
    MyFamily: {
      members: {
        dependantId: string;
        /** @enum {string} */
        link: 'spouse' | 'child';
        name: {
          family: string;
          given: string;
          familyArabic?: string;
          givenArabic?: string;
        };
        birthDate: string;
        /** Format: date */
        from: string;
        /** Format: date */
        to?: string;
        /** @enum {string} */
        answer: 'covered' | 'not-covered' | 'to-be-checked';
        because: components['schemas']['PlainReason'][];
      }[];
      requests: components['schemas']['MyRequest'][];
    };
    MyRequest: {
      requestId: string;
      /** @enum {string} */
      state: 'OPEN' | 'ACCEPTED' | 'REFUSED';
      /** Format: date-time */
      requestedAt: string;
      /** @enum {string} */
      link: 'spouse' | 'child';
      name: {
        family: string;
        given: string;
        familyArabic?: string;
        givenArabic?: string;
      };
      birthDate: string;
      /** Format: date-time */
      decidedAt?: string;
      /** @enum {string} */
      refusal?:
        | 'DOCUMENT_ILLEGIBLE'
        | 'DOCUMENT_DOES_NOT_PROVE_IT'
        | 'ALREADY_DECLARED'
        | 'DECLARED_UNDER_ANOTHER'
        | 'CONDITIONS_NOT_MET';
    };
    MyClaims: {
      claims: components['schemas']['MyClaimSummary'][];
      nextCursor?: string;
    };
    MyClaimSummary: {
      claimId: string;
      receipt: string;
      /** Format: date */
      depositDate: string;
      /** Format: date */
      receivedOn: string;
      /** @enum {string} */
      place:
        | 'received'
        | 'in-review'
        | 'partly-in-review'
        | 'waiting-for-you'
        | 'refused'
        | 'accepted'
        | 'payment-on-its-way'
        | 'paid'
        | 'payment-held';
      isPartlyAccepted: boolean;
      billedCentimes?: number;
      paidCentimes?: number;
      toEstablishmentCentimes?: number;
      /** @enum {string} */
      held?:
        | 'ACCOUNT_MISSING'
        | 'ACCOUNT_INVALID'
        | 'ACCOUNT_CHANGING'
        | 'RETURNED_BY_BANK'
        | 'REFUSED_BY_BANK'
        | 'DISPUTED';
    };
    MyClaim: {
      claimId: string;
      receipt: string;
      /** Format: date */
      depositDate: string;
      /** Format: date */
      receivedOn: string;
      /** @enum {string} */
      place:
        | 'received'
        | 'in-review'
        | 'partly-in-review'
        | 'waiting-for-you'
        | 'refused'
        | 'accepted'
        | 'payment-on-its-way'
        | 'paid'
        | 'payment-held';
      isPartlyAccepted: boolean;
      billedCentimes?: number;
      paidCentimes?: number;
      toEstablishmentCentimes?: number;
      /** @enum {string} */
      held?:
        | 'ACCOUNT_MISSING'
        | 'ACCOUNT_INVALID'
        | 'ACCOUNT_CHANGING'
        | 'RETURNED_BY_BANK'
        | 'REFUSED_BY_BANK'
        | 'DISPUTED';
      beneficiary?:
        | {
            /** @enum {string} */
            kind: 'insured';
          }
        | {
            /** @enum {string} */
            kind: 'dependant';
            dependantId: string;
          };
      missing: components['schemas']['PlainReason'][];
      documents: ('CARE_FORM' | 'PRESCRIPTION' | 'INVOICE' | 'PRIOR_APPROVAL' | 'ID_CARD')[];
      refused: components['schemas']['PlainReason'][];
      waiting?: {
        /** @enum {string} */
        part: 'act' | 'acts' | 'medicines' | 'both';
        /** @enum {string} */
        because: 'unreadable' | 'incomplete' | 'provider' | 'approval' | 'attachments' | 'checking';
        isToBring: boolean;
      };
      remainingCentimes?: number;
      lines: {
        /** @enum {string} */
        kind?: 'medicine';
        medicineName?: string;
        quantity?: number;
        /** Format: date */
        dateOfCare?: string;
        keyLetter?: string;
        coefficientHundredths?: number;
        billedCentimes?: number;
        unitTariffCentimes?: number;
        basisCentimes?: number;
        rateBasisPoints?: number;
        paidCentimes?: number;
        /** @enum {string} */
        outcome: 'paid' | 'rejected' | 'referred';
        isPaidToEstablishment: boolean;
      }[];
      steps: {
        /** Format: date-time */
        at: string;
        /** @enum {string} */
        what:
          | 'received'
          | 'in-review'
          | 'partly-in-review'
          | 'information-missing'
          | 'accepted'
          | 'partly-accepted'
          | 'refused'
          | 'payment-ordered'
          | 'paid'
          | 'payment-returned';
      }[];
      messages: {
        /** Format: date-time */
        at: string;
        text: string;
      }[];
    };
    MyPayments: {
      payments: {
        claimId: string;
        settlement: 1 | 2;
        isOfRest: boolean;
        isToEstablishment: boolean;
        receipt: string;
        amountCentimes: number;
        /** @enum {string} */
        place:
          | 'received'
          | 'in-review'
          | 'partly-in-review'
          | 'waiting-for-you'
          | 'refused'
          | 'accepted'
          | 'payment-on-its-way'
          | 'paid'
          | 'payment-held';
        /** @enum {string} */
        held?:
          | 'ACCOUNT_MISSING'
          | 'ACCOUNT_INVALID'
          | 'ACCOUNT_CHANGING'
          | 'RETURNED_BY_BANK'
          | 'REFUSED_BY_BANK'
          | 'DISPUTED';
        accountEnding?: string;
        /** Format: date */
        receivedOn: string;
        /** Format: date-time */
        paidAt?: string;
      }[];
      nextCursor?: string;
    };
    MyAccount: {
      account?: {
        ending: string;
        /** Format: date */
        from: string;
      };
      change?: {
        changeId: string;
        ending: string;
        /** Format: date-time */
        requestedAt: string;
        /** Format: date */
        effectiveFrom: string;
        /** Format: date */
        paymentsFrom: string;
        canBeCancelled: boolean;
      };
      delayDays: number;
      holdDays: number;
      phoneEnding?: string;
    };
    RequestAccountChange: {
      rib: string;
    };
    CancelAccountChange: {
      changeId: string;
    };
    MyUpload: {
      documentId: string;
      url: string;
      fields: {
        [key: string]: string;
      };
      maxBytes: number;
    };
    CreateMyUpload: {
      /** @enum {string} */
      kind:
        | 'MARRIAGE_CERTIFICATE'
        | 'BIRTH_CERTIFICATE'
        | 'SCHOOL_CERTIFICATE'
        | 'ID_CARD'
        | 'DISABILITY_CERTIFICATE';
      /** @enum {string} */
      contentType: 'application/pdf' | 'image/jpeg' | 'image/png';
    };
    DeclareDependant: {
      /** @enum {string} */
      link: 'spouse' | 'child';
      name: {
        family: string;
        given: string;
        familyArabic?: string;
        givenArabic?: string;
      };
      /** Format: date */
      birthDate: string;
      /** @enum {string} */
      sex?: 'M' | 'F';
      cin?: string;
      documents: {
        /** Format: uuid */
        documentId: string;
        /** @enum {string} */
        kind:
          | 'MARRIAGE_CERTIFICATE'
          | 'BIRTH_CERTIFICATE'
          | 'SCHOOL_CERTIFICATE'
          | 'ID_CARD'
          | 'DISABILITY_CERTIFICATE';
      }[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInRequest'];
      };
    };
    responses: {
      /** @description Signed in, or asked for more */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignInAnswer'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ended */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  answerChallenge: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChallengeAnswer'];
      };
    };
    responses: {
      /** @description Signed in, or asked for more */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignInAnswer'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  refreshSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Renewed */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignInAnswer'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createUpload: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateUpload'];
      };
    };
    responses: {
      /** @description The form */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UploadForm'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  confirmUpload: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmUpload'];
      };
    };
    responses: {
      /** @description The receipt */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UploadReceipt'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listReceipts: {
    parameters: {
      query?: {
        day?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Receipts */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptsPage'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showReceipt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        receipt: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The receipt */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDetail'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAccesses: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AccessQuery'];
      };
    };
    responses: {
      /** @description Accesses */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessPage'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listQueue: {
    parameters: {
      query?: {
        group?: 'identity' | 'beneficiary' | 'coverage' | 'form' | 'dates' | 'provider' | 'acts' | 'amounts';
        state?: 'OPEN' | 'SECOND_KEYING' | 'DISPUTED' | 'AWAITING_DOCUMENT';
        order?: 'age' | 'amount';
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of the queue */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QueuePage'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showReview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The review */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Review'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  takeClaim: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The review, held */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Review'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  releaseClaim: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  saveCorrections: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveCorrections'];
      };
    };
    responses: {
      /** @description The review as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Review'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  submitReview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SubmitReview'];
      };
    };
    responses: {
      /** @description What happens now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubmitResult'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  assignClaims: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssignClaims'];
      };
    };
    responses: {
      /** @description Which were given */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AssignResult'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  rejectClaim: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RejectClaim'];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  splitClaim: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SplitClaim'];
      };
    };
    responses: {
      /** @description The new claim */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SplitResult'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestDocument: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestDocument'];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recordDocument: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordDocument'];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  overrideFindings: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OverrideFindings'];
      };
    };
    responses: {
      /** @description The review as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Review'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  settleDispute: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SettleDispute'];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  findMedicines: {
    parameters: {
      query: {
        text: string;
        day?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was found, in the order of names */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MedicinesFound'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  proposeMedicines: {
    parameters: {
      query: {
        name: string;
        priceCentimes?: number | null;
        dispensedOn: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Proposals for a person to pick one of */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MedicineProposals'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showPages: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Pages with the addresses of their images */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClaimPages'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  searchClaims: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchClaims'];
      };
    };
    responses: {
      /** @description What was found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClaimsFound'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  findByCin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FindByCin'];
      };
    };
    responses: {
      /** @description What was found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClaimsFound'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showClaim: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The claim */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClaimView'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showFigures: {
    parameters: {
      query: {
        from: string;
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Figures'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportFigures: {
    parameters: {
      query: {
        from: string;
        to: string;
        table:
          | 'days'
          | 'orders'
          | 'channels'
          | 'schemes'
          | 'payees'
          | 'durations'
          | 'reasons'
          | 'queue'
          | 'reviewers'
          | 'cost'
          | 'registrations';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The table */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listRequests: {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of requests */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InsuredRequests'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  decideRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideRequest'];
      };
    };
    responses: {
      /** @description Decided */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DecidedRequest'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPayments: {
    parameters: {
      query?: {
        queue?: 'disputed' | 'refused' | 'held';
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of payments */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WaitingPayments'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showPayment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The payment */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentView'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  settlePayments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SettlePayments'];
      };
    };
    responses: {
      /** @description Which were moved, and why the others were not */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettledPayments'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestCode: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CodeRequest'];
      };
    };
    responses: {
      /** @description A code is sent if there is a phone on file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeSent'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signOutOfPortal: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ended */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  answerCode: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CodeAnswer'];
      };
    };
    responses: {
      /** @description Signed in, or the code was wrong */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PortalSignIn'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  refreshPortalSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Renewed */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PortalSignIn'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showMyProfile: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The profile */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyProfile'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeMyLanguage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeLanguage'];
      };
    };
    responses: {
      /** @description Chosen */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showMyCoverage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The coverage */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyCoverage'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showMyFamily: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The family */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyFamily'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMyClaims: {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of claims */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyClaims'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showMyClaim: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        claimId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The claim */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyClaim'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMyPayments: {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of payments */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyPayments'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showMyAccount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyAccount'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestAccountChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestAccountChange'];
      };
    };
    responses: {
      /** @description Asked for; a message went to the phone on file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyAccount'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelAccountChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelAccountChange'];
      };
    };
    responses: {
      /** @description Cancelled */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyAccount'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createMyUpload: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateMyUpload'];
      };
    };
    responses: {
      /** @description The form */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyUpload'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  declareDependant: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeclareDependant'];
      };
    };
    responses: {
      /** @description Asked for; somebody decides */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyRequest'];
        };
      };
      /** @description The request does not follow the contract. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no valid session. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The role, or the person, may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing, or not for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Someone else was quicker, or the state does not allow it (any more). */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request can be read, and is wrong about the facts. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
