package dev.headwater.editor.model;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;

/** Brings a document to a text by replacing only what differs, so that caret and text history suffer little. */
final class TextChange {
    private TextChange() {
    }

    /** The stamp of the document after a change that set {@code stamp}, or any where it is negative. */
    static long apply(IDocument document, String text, long stamp) throws BadLocationException {
        String now = document.get();
        int shorter = Math.min(now.length(), text.length());
        int start = 0;
        while (start < shorter && now.charAt(start) == text.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && now.charAt(now.length() - 1 - end) == text.charAt(text.length() - 1 - end)) {
            end++;
        }
        String middle = text.substring(start, text.length() - end);
        int length = now.length() - end - start;
        if (stamp >= 0 && document instanceof IDocumentExtension4 stamped) {
            stamped.replace(start, length, middle, stamp);
        } else if (length > 0 || !middle.isEmpty()) {
            document.replace(start, length, middle);
        }
        return stamp(document);
    }

    static long stamp(IDocument document) {
        return document instanceof IDocumentExtension4 stamped ? stamped.getModificationStamp()
                : IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP;
    }
}
