package dev.headwater.core.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The golden values come from a second implementation of the Javadoc's definition, in another language. */
final class SeedsTest {
    @Test
    void splitMix64AgreesWithItsReference() {
        assertEquals(0xE220A8397B1DCDAFL, Seeds.splitMix64(0));
        assertEquals(0x910A2DEC89025CC1L, Seeds.splitMix64(1));
    }

    @Test
    void mixKeepsItsGoldenValues() {
        assertEquals(0x36178FF42BEE28E5L, Seeds.mix(1));
        assertEquals(0x9510DD36F3418BCCL, Seeds.mix(1, "split"));
        assertEquals(0x4701D9D8814D8BCDL, Seeds.mix(1, "shuffle", 0));
        assertEquals(0x1509C871AAD9828FL, Seeds.mix(1, "shuffle", 1L));
        assertEquals(0x5ABAEC9CB9860299L, Seeds.mix(2, "shuffle", 0));
        assertEquals(0xC78A364A32F8A215L, Seeds.mix(-1, "init", "stage1.3/a", "weight"));
        assertEquals(0x61DF517FC485125EL, Seeds.mix(1, "Größe"));
    }

    @Test
    void namesDoNotRunIntoEachOther() {
        assertEquals(0xF0183281DFAF2020L, Seeds.mix(0, "ab", "c"));
        assertEquals(0xD60564DB7DC17F92L, Seeds.mix(0, "a", "bc"));
    }

    @Test
    void generatorIsTheOneOfTheMixedSeed() {
        RandomGenerator random = Seeds.generator(7, "init", "dense1", "weight");
        RandomGenerator same = RandomGenerator.of("L64X128MixRandom");
        assertEquals("L64X128MixRandom", random.getClass().getSimpleName());
        assertEquals(same.getClass(), random.getClass());
        assertEquals(Seeds.generator(7, "init", "dense1", "weight").nextLong(), random.nextLong());
    }

    @Test
    void belowStaysInRangeAndReachesAllOfIt() {
        RandomGenerator random = Seeds.generator(3, "below");
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[Seeds.below(7, random)]++;
        }
        for (int count : counts) {
            assertTrue(Math.abs(count - 10_000) < 500, "far from 10,000: " + count);
        }
        assertEquals(0, Seeds.below(1, random));
        assertTrue(Seeds.below(Integer.MAX_VALUE, random) >= 0);
    }
}
