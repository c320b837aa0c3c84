import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { PageNotDrawableError } from '../../core/ports/page-images.ts';
import type { SourcePages } from './source-pages.ts';

const loadLibrary = () => PDFiumLibrary.init();
type Library = Awaited<ReturnType<typeof loadLibrary>>;

/** Loaded with the first PDF: other files do without it. */
let library: Promise<Library> | undefined;

/** Opens a PDF. @throws PageNotDrawableError */
export async function openPdf(bytes: Uint8Array): Promise<SourcePages> {
  library ??= loadLibrary();
  const document = await load(await library, bytes);
  return {
    pageCount: document.getPageCount(),
    picture: async (page, longSidePixels) => {
      const { data, width, height } = await drawn(document, page, longSidePixels);
      return sharp(data, { raw: { width, height, channels: 4 } });
    },
    close: () => {
      document.destroy();
    },
  };
}

async function load(pdfium: Library, bytes: Uint8Array): Promise<PDFiumDocument> {
  try {
    return await pdfium.loadDocument(bytes);
  } catch (error) {
    throw new PageNotDrawableError('The PDF cannot be opened', { cause: error });
  }
}

/** Draws at the size that is wanted: no pixels are made that are thrown away. */
async function drawn(document: PDFiumDocument, page: number, longSidePixels: number) {
  try {
    const sheet = document.getPage(page - 1);
    const { originalWidth, originalHeight } = sheet.getOriginalSize();
    const longSide = Math.max(originalWidth, originalHeight);
    // PDFium gives a page that it cannot load no size, and would draw it white.
    if (longSide <= 0) throw new PageNotDrawableError('The page of the PDF cannot be read');
    const scale = longSidePixels / longSide;
    return await sheet.render({
      scale,
      renderFormFields: true,
      // The bitmap is PDFium's own memory, and gone when this returns.
      render: ({ data }) => Promise.resolve(Uint8Array.from(data)),
    });
  } catch (error) {
    if (error instanceof PageNotDrawableError) throw error;
    throw new PageNotDrawableError('The page of the PDF cannot be drawn', { cause: error });
  }
}
