import { Outlet, useRouter } from '@tanstack/react-router';
import { Suspense } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { useLanguage } from '../i18n/use-language.ts';
import { Loading } from '../ui/states.tsx';
import { Toasts } from '../ui/toast.tsx';

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
        <Toasts />
      </RouterProvider>
    </I18nProvider>
  );
}
