/** Java runtimes that can train, found without starting them. */
package dev.headwater.launching.runtime;
