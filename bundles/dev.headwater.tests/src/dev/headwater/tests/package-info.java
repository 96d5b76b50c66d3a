/** Tests that need a real OSGi runtime: bundles, fragments and their class loaders as in an IDE. */
package dev.headwater.tests;
