/**
 * What a run records about its tensors while it trains: frames of numbers in files that survive a crash and can be read
 * while they grow, and the reports made of them.
 *
 * <p>
 * A telemetry file holds one kind of frame at one level ({@code moments.0}): a header, stored twice, that says what
 * every number of a frame means, then slots of one size, each with one frame. Level 0 has a frame for one step; a frame
 * of a coarser level stands for several and holds each quantity once per statistic that its header names. All numbers
 * are little-endian.
 *
 * <pre>
 * header  "HWTM"  version i32  JSON bytes i32  block bytes i32  JSON, one line  spaces  CRC-32C i32
 * frame   sync i32  flags i32  sequence i64  firstStep i64  lastStep i64  values f64 × n  CRC-32C i32  end i32
 * </pre>
 *
 * The first frames stay in the slots of the <em>head</em>; the later ones go round in the <em>ring</em> behind it, so
 * that a full file keeps the beginning and the newest. A frame's sequence number decides its slot, and a CRC covers all
 * that stands before it: a torn or damaged frame costs itself alone.
 */
package dev.headwater.core.telemetry;
