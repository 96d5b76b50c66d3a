/**
 * Catalogs of the product's families (layers, activations, initializers, …) and the one way in which a record's
 * components become settings: in a file, on the command line, in a property sheet.
 */
package dev.headwater.core.catalog;
