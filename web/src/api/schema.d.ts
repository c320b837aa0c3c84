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
        | 'UNKNOWN_CHANNEL'
        | 'OCR_REFUSED'
        | 'OCR_FAILED'
        | 'PAGE_NOT_READ'
        | 'NO_CARE_FORM'
        | 'TOO_MANY_FORMS';
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
        | 'UNKNOWN_CHANNEL'
        | 'OCR_REFUSED'
        | 'OCR_FAILED'
        | 'PAGE_NOT_READ'
        | 'NO_CARE_FORM'
        | 'TOO_MANY_FORMS';
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
      /** @description Somebody else was quicker, or the state does not allow it (any more). */
      409: {
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
      /** @description Somebody else was quicker, or the state does not allow it (any more). */
      409: {
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
      /** @description Somebody else was quicker, or the state does not allow it (any more). */
      409: {
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
      /** @description Somebody else was quicker, or the state does not allow it (any more). */
      409: {
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
      /** @description Somebody else was quicker, or the state does not allow it (any more). */
      409: {
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
      /** @description Somebody else was quicker, or the state does not allow it (any more). */
      409: {
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
      /** @description Somebody else was quicker, or the state does not allow it (any more). */
      409: {
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
      /** @description Somebody else was quicker, or the state does not allow it (any more). */
      409: {
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
      /** @description Somebody else was quicker, or the state does not allow it (any more). */
      409: {
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
