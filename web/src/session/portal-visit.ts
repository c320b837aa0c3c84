const KEPT_AS = 'milaf.portal';

/** Whether an insured person signed in on this device and not out: otherwise nobody needs to be asked who they are. */
export const wasSignedIn = (): boolean => localStorage.getItem(KEPT_AS) !== null;

export const rememberSignIn = (): void => localStorage.setItem(KEPT_AS, 'signed-in');

export const forgetSignIn = (): void => localStorage.removeItem(KEPT_AS);
