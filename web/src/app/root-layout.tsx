import { Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { useLanguage } from '../i18n/use-language.ts';
import { Loading } from '../ui/states.tsx';

/** Nobody is told of anything before the first page is there. */
const Toasts = lazy(async () => ({ default: (await import('../ui/toast.tsx')).Toasts }));

/** Around every page: language and direction of the components, links within the application, messages. */
export function RootLayout() {
  const router = useRouter();
  const { locale } = useLanguage();
  return (
    <I18nProvider locale={locale}>
      <RouterProvider
        navigate={(href) => void router.navigate({ href })}
        useHref={(href) => router.history.createHref(href)}
      >
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
        <Suspense fallback={null}>
          <Toasts />
        </Suspense>
      </RouterProvider>
    </I18nProvider>
  );
}
