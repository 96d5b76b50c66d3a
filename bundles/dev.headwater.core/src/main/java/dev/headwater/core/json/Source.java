package dev.headwater.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** The bytes and the text of a document, refused before anything is parsed if they cannot be JSON. */
final class Source {
    private Source() {
    }

    /** At most {@link JsonReader#MAX_BYTES} and one bytes of the file; whatever goes wrong names the file's trouble. */
    static byte[] bytes(Path file) throws JsonException {
        String name = file.toString();
        try {
            if (Files.isDirectory(file)) {
                throw new JsonException(name, Position.NONE, "is a folder, not a file");
            }
            if (Files.size(file) > JsonReader.MAX_BYTES) {
                throw tooLarge(name);
            }
            try (InputStream in = Files.newInputStream(file)) {
                // The size may be unknown (a pipe) or change meanwhile: what is read counts.
                return in.readNBytes(JsonReader.MAX_BYTES + 1);
            }
        } catch (JsonException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new JsonException(name, Position.NONE, "does not exist");
        } catch (AccessDeniedException e) {
            throw new JsonException(name, Position.NONE, "may not be read: access denied");
        } catch (IOException e) {
            throw new JsonException(name, Position.NONE, "could not be read: " + e.getMessage());
        }
    }

    /** The text without its byte order mark. */
    static char[] decode(String name, byte[] bytes) throws JsonException {
        if (bytes.length > JsonReader.MAX_BYTES) {
            throw tooLarge(name);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            throw new JsonException(name, new Position(1, 1, 0), "is encoded as UTF-16; save it as UTF-8");
        }
        int start = startsWithMark(bytes) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length - start);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(in, out, true);
        char[] text = Arrays.copyOf(out.array(), out.position());
        if (result.isError()) {
            throw new JsonException(name, Syntax.position(text, text.length),
                    String.format("is not JSON text: the byte 0x%02x here is not UTF-8", bytes[in.position()]));
        }
        boolean blank = true;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == 0) {
                throw new JsonException(name, Syntax.position(text, i), "is not JSON text: there is a zero byte here");
            }
            blank &= text[i] <= ' ';
        }
        if (blank) {
            throw new JsonException(name, new Position(1, 1, 0), "is empty");
        }
        return text;
    }

    static boolean startsWithMark(byte[] bytes) {
        return startsWith(bytes, 0xEF, 0xBB, 0xBF);
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static JsonException tooLarge(String name) {
        return new JsonException(name, Position.NONE, "is larger than " + (JsonReader.MAX_BYTES >> 20)
                + " MiB, the most a JSON document may have here");
    }
}
