/**
 * libtorch through DJL: its functional operations with autograd, the thinnest way that DJL offers. Operations that DJL
 * puts into the scope of an array by itself are called on arrays, all others through {@code JniUtils}.
 */
package dev.headwater.benchmarks.libtorch;
