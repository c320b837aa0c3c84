import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import sharp from 'sharp';
import type { OpenPages } from '../../core/ports/page-images.ts';
import { PageNotDrawableError } from '../../core/ports/page-images.ts';
import { LONG_SIDE_PIXELS, writePage } from './write-page.ts';

const loadLibrary = () => PDFiumLibrary.init();
type Library = Awaited<ReturnType<typeof loadLibrary>>;

/** Loaded with the first PDF: other files do without it. */
let library: Promise<Library> | undefined;

/** Opens a PDF. @throws PageNotDrawableError */
export async function openPdf(bytes: Uint8Array): Promise<OpenPages> {
  library ??= loadLibrary();
  const document = await load(await library, bytes);
  return {
    pageCount: document.getPageCount(),
    draw: async (page, zones) => {
      const bitmap = await drawn(document, page);
      return writePage(
        sharp(bitmap.data, { raw: { width: bitmap.width, height: bitmap.height, channels: 4 } }),
        zones,
      );
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

/** Draws at the size that is kept: no pixels are made that are thrown away. */
async function drawn(document: PDFiumDocument, page: number) {
  try {
    const sheet = document.getPage(page - 1);
    const { originalWidth, originalHeight } = sheet.getOriginalSize();
    const longSide = Math.max(originalWidth, originalHeight);
    // PDFium gives a page that it cannot load no size, and would draw it white.
    if (longSide <= 0) throw new PageNotDrawableError('The page of the PDF cannot be read');
    const scale = LONG_SIDE_PIXELS / longSide;
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
