package dev.headwater.ui.inspector;
final class Trace {
    static final java.util.TreeMap<String, long[]> m = new java.util.TreeMap<>();
    static long last = System.nanoTime();
    static synchronized void add(String k, long n) {
        long[] a = m.computeIfAbsent(k, x -> new long[3]);
        a[0]++;
        a[1] += n;
        a[2] = Math.max(a[2], n);
        if (System.nanoTime() - last > 1_000_000_000L) {
            StringBuilder b = new StringBuilder("TRACE " + (System.nanoTime() - last) / 1000000 + " ms");
            m.forEach((q, v) -> b.append("  ").append(q).append(" n=").append(v[0]).append(" mean ").append(v[1] / Math
                    .max(1, v[0]) / 1000).append("us max ").append(v[2] / 1000).append("us"));
            System.out.println(b);
            m.clear();
            last = System.nanoTime();
        }
    }
}
