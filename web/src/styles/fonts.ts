// Served by ourselves: a page about someone's health asks nothing of a third party. Latin letters and all digits are Noto Sans;
// Arabic letters are Noto Naskh, which stays readable in small sizes.
import '@fontsource/noto-sans/latin-400.css';
import '@fontsource/noto-sans/latin-600.css';
import '@fontsource/noto-naskh-arabic/arabic-400.css';
import '@fontsource/noto-naskh-arabic/arabic-600.css';
