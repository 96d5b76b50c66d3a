package dev.headwater.launching.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTest {
    private static String read(String said, boolean withholding, List<String> lines) throws InterruptedException {
        Output output = new Output();
        Reading reading = new Reading("test", new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)), output,
                withholding ? line -> line.startsWith("secret") : null, lines::add);
        reading.start();
        reading.join();
        return output.getContents();
    }

    @Test
    void everythingIsHandedOnAndEveryLineTold() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        assertEquals("a ü\r\n漢字\nrest", read("a ü\r\n漢字\nrest", false, lines));
        assertEquals(List.of("a ü", "漢字", "rest"), lines);
    }

    @Test
    void aWithheldLineIsToldButNotShown() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        assertEquals("warning\nend\n", read("warning\nsecret 1\nend\n", true, lines));
        assertEquals(List.of("warning", "secret 1", "end"), lines);
    }

    @Test
    void whereNobodyListensOnlyTheEndIsKept() {
        Output output = new Output();
        for (int i = 0; i < 3000; i++) {
            output.append("x".repeat(1000));
        }
        output.append("end");
        assertTrue(output.getContents().length() <= 1 << 20);
        assertTrue(output.getContents().endsWith("end"));
    }

    @Test
    void aListenerThatTakesOverHearsTheRest() {
        Output output = new Output();
        StringBuilder heard = new StringBuilder();
        output.append("before ");
        output.addListener((text, monitor) -> heard.append(text));
        heard.append(output.getContents());
        output.flushContents();
        output.setBuffered(false);
        output.append("after");
        assertEquals("before after", heard.toString());
        assertEquals("", output.getContents());
    }
}
