import './styles/fonts.ts';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startWords } from './i18n/words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the application');
// Nothing is awaited here: the words are in the same file, which would wait for itself.
void startWords().then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
