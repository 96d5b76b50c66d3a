package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MutatedFilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Test
    void damagedBytesGiveANetworkOrProblems() {
        SplittableRandom random = new SplittableRandom(42);
        byte[] good = Designs.RICH.getBytes(StandardCharsets.UTF_8);
        int readable = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] bad = damaged(good, random);
            readable += survives(() -> NetworkFile.read("bad", bad), new String(bad, StandardCharsets.UTF_8));
        }
        assertTrue(readable > 50 && readable < 950, "the mutations must reach both sides: " + readable);
    }

    private static byte[] damaged(byte[] good, SplittableRandom random) {
        ByteArrayOutputStream bad = new ByteArrayOutputStream();
        int changes = random.nextInt(1, 4);
        int[] places = random.ints(changes, 0, good.length).sorted().toArray();
        int from = 0;
        for (int place : places) {
            bad.write(good, from, Math.max(0, place - from));
            switch (random.nextInt(4)) {
                case 0 -> bad.write(good[place] ^ 1 << random.nextInt(8));
                case 1 -> bad.write(random.nextInt(' ', 127));
                case 2 -> bad.writeBytes(new byte[] {good[place], good[random.nextInt(good.length)]});
                default -> place += random.nextInt(10);
            }
            from = Math.min(good.length, place + 1);
        }
        bad.write(good, from, good.length - from);
        return bad.toByteArray();
    }

    @Test
    void damagedTreesGiveANetworkOrProblems() {
        SplittableRandom random = new SplittableRandom(43);
        Json.Obj good = Designs.parse(Designs.RICH).tree();
        int readable = 0;
        for (int i = 0; i < 3_000; i++) {
            Json bad = damaged(good, random, 0.03);
            readable += survives(() -> NetworkFile.read("bad", bad), bad.toString());
        }
        assertTrue(readable > 100 && readable < 2_900, "the mutations must reach both sides: " + readable);
    }

    /** The tree with some values dropped, doubled or exchanged for odd ones. */
    private static Json damaged(Json value, SplittableRandom random, double share) {
        if (random.nextDouble() < share) {
            List<Json> odd = List.of(Json.NULL, Json.of(-1), Json.of(0), Json.of(1e300), Json.of(2147483647), Json.of(
                    1.5),
                    Json.of(""), Json.of("$in"), Json.of("$in2"), Json.of("$units"), Json.of("stage1"), Json.of(
                            "residual"),
                    Json.of("in"), Json.of("out"), Json.of("a"), Json.of("Add"), Json.of("Softmax"), Json.of("Input"),
                    Json.of(true), Json.array(List.of()), Json.Obj.EMPTY, Json.array(List.of(Json.of("out"))),
                    Json.array(List.of(Json.of(65536), Json.of(65536))), Json.of(100_000));
            return odd.get(random.nextInt(odd.size()));
        }
        return switch (value) {
            case Json.Obj object -> {
                Map<String, Json> members = new LinkedHashMap<>();
                object.members().forEach((name, member) -> {
                    if (random.nextDouble() >= share / 2) {
                        members.put(name, damaged(member, random, share));
                    }
                });
                yield Json.Obj.of(members);
            }
            case Json.Arr list -> {
                List<Json> items = new ArrayList<>();
                for (Json item : list.items()) {
                    items.add(damaged(item, random, share));
                    if (random.nextDouble() < share) {
                        items.add(item);
                    }
                }
                yield Json.array(items);
            }
            default -> value;
        };
    }

    /** 1 if the file gave a network. */
    private static int survives(java.util.function.Supplier<NetworkFile.Parsed> reading, String text) {
        return assertTimeoutPreemptively(PATIENCE, () -> {
            try {
                NetworkFile.Parsed parsed = reading.get();
                List<Problem> problems = new ArrayList<>(parsed.problems());
                if (parsed.network() == null) {
                    assertTrue(parsed.hasErrors());
                    return 0;
                }
                Graph graph = Graph.of(parsed.network(), problems);
                assertTrue(graph != null || problems.stream().anyMatch(Problem::isError), "a reason for no graph");
                for (Problem problem : problems) {
                    assertFalse(problem.message().isBlank() || problem.message().contains("\n"), problem.message());
                }
                if (!parsed.hasErrors()) {
                    Network again = Designs.parse(NetworkFile.write(parsed.network())).network();
                    assertTrue(parsed.network().equals(again), "round trip");
                }
                return 1;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("on " + text, e);
            }
        });
    }
}
