/** Tests of the house itself: which package may know which, what the bundles may need, what the catalogs must list. */
package dev.headwater.core.house;
